/** Twentieths of a point, Word's unit of length. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

export function twipsOfMm(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Lengths in points that are as many twips together as their sum. */
export function twipsOfParts(parts: readonly number[]): readonly number[] {
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += part;
    return twips(end) - twips(start);
  });
}
