/** What an address has of a file's: the editor's own and a test's alike. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  toString(): string;
}

/** What is asked about places. */
export interface Asking<Place> {
  exists(place: Place): Promise<boolean>;
  /** Whether the person lets these files be replaced. */
  mayReplace(there: readonly Place[]): Promise<boolean>;
}

/** Where the files of one command go: no two into one, none over a file that the person was not asked about. */
export class Claims<Place extends Address> {
  readonly #asking: Asking<Place>;
  readonly #taken = new Set<string>();
  readonly #agreed = new Set<string>();

  constructor(asking: Asking<Place>) {
    this.#asking = asking;
  }

  /** Takes that the person named the place, and was asked there. */
  agree(place: Place): void {
    this.#agreed.add(place.toString());
  }

  /** Whether a file that is there may be replaced. */
  isAgreed(place: Place): boolean {
    return this.#agreed.has(place.toString());
  }

  /** Whether files may go to the places: asks once about those that are there and were not asked about yet. */
  async mayWrite(places: readonly Place[]): Promise<boolean> {
    const open = new Map(places.map((place) => [place.toString(), place]));
    for (const key of this.#agreed) open.delete(key);
    const candidates = [...open.values()];
    const found = await Promise.all(candidates.map((place) => this.#asking.exists(place)));
    const there = candidates.filter((_, index) => found[index]);
    if (there.length === 0) return true;
    if (!(await this.#asking.mayReplace(there))) return false;
    for (const place of there) this.agree(place);
    return true;
  }

  /** Takes the places, all or none; gives the one that this command has taken already. */
  take(places: readonly Place[]): Place | undefined {
    const clash = places.find((place) => this.#taken.has(keyOf(place)));
    if (!clash) for (const place of places) this.#taken.add(keyOf(place));
    return clash;
  }
}

/** Names that differ by case or by how their letters are composed are one file on many disks. */
function keyOf({ scheme, authority, path }: Address): string {
  return `${scheme}://${authority}${path.normalize('NFC').toLowerCase()}`;
}
