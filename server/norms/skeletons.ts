import data from './data/document-skeletons.json' with { type: 'json' };
import { documentType, type DocumentType, type DocumentTypeId } from './documentTypes.ts';

/** What is known of the office that drafts; the rest stays `…` for the drafter to fill in. */
export interface OfficeProfile {
  readonly parentAgency?: string;
  /** `Ủy ban nhân dân xã Hòa Bình` */
  readonly issuer?: string;
  /** The issuer's abbreviation in symbols: `UBND`. */
  readonly symbol?: string;
  readonly place?: string;
  readonly signerAuthority?: string;
  readonly signerTitle?: string;
  readonly signerName?: string;
}

export type SkeletonForm = 'plain' | 'frontMatter';

interface Skeleton {
  readonly subject: string;
  readonly addressee?: string;
  readonly bases?: readonly string[];
  readonly body: readonly string[];
  readonly signers?: readonly string[];
  readonly recipients?: readonly string[];
  readonly archive?: string;
}

const skeletons: Readonly<Record<DocumentTypeId, Skeleton>> = data.skeletons;
const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';

/**
 * The text of a new document of the type, as a draft without number and day, in the year: the components that the
 * decree asks of the type (NĐ 30/2020/NĐ-CP, PL I and III), `…` where the drafter decides. It ends with a line break.
 */
export function skeleton(
  id: DocumentTypeId,
  form: SkeletonForm,
  year: number,
  profile: OfficeProfile = {},
): string {
  const type = documentType(id);
  const own = skeletons[id];
  const issuer = profile.issuer ?? 'Ủy ban nhân dân xã …';
  const head =
    form === 'plain'
      ? plainHead(type, own, issuer, year, profile)
      : [frontMatterHead(type, own, issuer, year, profile)];
  return `${[
    ...head,
    ...(own.bases ?? []).map((basis) => `*${basis}*`),
    ...own.body.map((line) => line.replaceAll('{issuer}', issuer)),
    ...foot(type, own, profile),
  ].join('\n\n')}\n`;
}

function symbolOf(type: DocumentType, profile: OfficeProfile): string {
  const issuer = profile.symbol ?? 'UBND';
  return type.abbreviation === undefined ? `${issuer}-VP` : `${type.abbreviation}-${issuer}`;
}

function plainHead(
  type: DocumentType,
  own: Skeleton,
  issuer: string,
  year: number,
  profile: OfficeProfile,
): readonly string[] {
  const agency = `**${issuer.toUpperCase()}**`;
  const parts = [
    profile.parentAgency ? `${profile.parentAgency.toUpperCase()}\n${agency}` : agency,
    `**${nation}**`,
  ];
  if (type.number !== 'none') parts.push(`Số:     /${symbolOf(type, profile)}`);
  parts.push(`*${profile.place ?? '…'}, ngày     tháng     năm ${year}*`);
  if (type.number === 'issuer') parts.push(`V/v ${own.subject}`);
  else {
    parts.push(`**${type.name.toUpperCase()}**`);
    if (own.subject) parts.push(`**${own.subject}**`);
  }
  if (own.addressee) parts.push(`Kính gửi: ${own.addressee}`);
  return parts;
}

function frontMatterHead(
  type: DocumentType,
  own: Skeleton,
  issuer: string,
  year: number,
  profile: OfficeProfile,
): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['loại', type.name],
    ['cơ quan chủ quản', profile.parentAgency],
    ['cơ quan', issuer],
    ['số', type.number === 'none' ? undefined : `/${symbolOf(type, profile)}`],
    ['địa danh', profile.place ?? '…'],
    ['ngày', `ngày     tháng     năm ${year}`],
    ['trích yếu', own.subject || undefined],
    ['kính gửi', own.addressee],
  ];
  const lines = fields.flatMap(([key, value]) => (value ? [`${key}: ${quoted(value)}`] : []));
  return `---\n${lines.join('\n')}\n---`;
}

function quoted(value: string): string {
  return /^[\p{L}…][^:#"]*$/u.test(value) && !/\s{2}/u.test(value) ? value : JSON.stringify(value);
}

function foot(type: DocumentType, own: Skeleton, profile: OfficeProfile): readonly string[] {
  const parts: string[] = [];
  if (type.recipients !== 'none') {
    const first = own.recipients ?? (own.addressee ? ['Như trên'] : ['…']);
    const items = [...first, own.archive ?? 'Lưu: VT, …'];
    const list = items.map((item, index) => `- ${item}${index < items.length - 1 ? ';' : '.'}`);
    parts.push(`**Nơi nhận:**\n\n${list.join('\n')}`);
  }
  if (own.signers) return [...own.signers, ...parts];
  const name = `**${profile.signerName ?? 'Họ và tên'}**`;
  return [...parts, `**${signerLines(type, profile).join('\n')}**`, name];
}

function signerLines(type: DocumentType, profile: OfficeProfile): readonly string[] {
  const title = (profile.signerTitle ?? 'CHỦ TỊCH').toUpperCase();
  if (profile.signerAuthority) return [profile.signerAuthority.toUpperCase(), title];
  return profile.signerTitle === undefined && type.signedOnBehalf
    ? ['TM. ỦY BAN NHÂN DÂN', title]
    : [title];
}
