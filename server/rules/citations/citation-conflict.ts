import type { KnownDocuments } from '../../norms/knownDocuments.ts';
import type { Document, Dossier } from '../../document/document.ts';
import { rule, type Finding, type Fix, type Localized } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { citedFacts, citedIn, judgedBy, nestedCitations } from './cited.ts';
import { quoted } from './mentions.ts';
import {
  conflictsOf,
  described,
  plainNumeral,
  type Conflict,
  type NumberMention,
} from './sameDocument.ts';
import { workspaceConflict } from './workspaceConflict.ts';

const norm = '(NĐ 30/2020/NĐ-CP, PL I, II.6.b)';
const normEnglish = '(ND 30/2020/NĐ-CP, Annex I, II.6.b)';

export default rule({
  id: 'citation-conflict',
  severity: 'error',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.b',
  title: {
    vi: 'Một văn bản được viện dẫn với số, ngày hoặc trích yếu khác nhau',
    en: 'One document is cited with different symbols, dates or subjects',
  },
  why: {
    vi: 'Công văn của một cơ quan đánh số liên tục, nên số 3764 của một Bộ chỉ có một ký hiệu và một ngày. Hai nơi ghi khác nhau thì ít nhất một nơi sai.',
    en: 'An agency numbers its letters in one series, so number 3764 of a ministry has one symbol and one date. Where two places differ, at least one is wrong.',
  },
  exampleRegister: [
    {
      type: 'ke-hoach',
      number: '58/KH-SNV',
      date: '2026-01-19',
      issuer: 'SỞ NỘI VỤ',
      subject: 'Kiểm tra công tác văn thư, lưu trữ năm 2026',
      inForceFrom: undefined,
      ended: undefined,
      certainty: 'sure',
      origin: { kind: 'workspace', uri: 'file:///van-ban/2026/ke-hoach-58.md' },
    },
  ],
  examples: () => [
    {
      bad: fragmentSample('Thực hiện Kế hoạch số 58/KH-SNV «ngày 09/01/2026» của Sở Nội vụ.'),
      fixed: fragmentSample('Thực hiện Kế hoạch số 58/KH-SNV ngày 19/01/2026 của Sở Nội vụ.'),
      note: 'Chính văn bản đó có trong thư mục làm việc.',
    },
    {
      bad: fragmentSample('Thực hiện Kế hoạch số «58/KH-SNVV» ngày 19/01/2026 của Sở Nội vụ.'),
      fixed: fragmentSample('Thực hiện Kế hoạch số 58/KH-SNV ngày 19/01/2026 của Sở Nội vụ.'),
    },
    {
      bad: fragmentSample(
        'Theo Kế hoạch số 58/KH-SNV ngày 19/01/2026 của Sở Nội vụ «về tuyển dụng viên chức ngành giáo dục».',
      ),
    },
    {
      good: fragmentSample(
        'Thực hiện Kế hoạch số 58/KH-SNV ngày 19/01/2026 của Sở Nội vụ về kiểm tra công tác văn thư, lưu trữ.',
      ),
    },
    {
      good: fragmentSample('Thực hiện Kế hoạch số 58/KH-SNV ngày 21/02/2025 của Sở Nội vụ.'),
      note: 'Số quay lại mỗi năm.',
    },
    {
      bad: fragmentSample(
        'Theo Công văn số «3764/BGDĐT-GDTX» ngày 31/8/2021 của Bộ Giáo dục và Đào tạo.\n\nNội dung tại Công văn số «3764/BGDĐT-GDTrH» của Bộ Giáo dục và Đào tạo.',
      ),
      note: 'Mỗi nơi đề nghị ký hiệu của nơi kia; người soạn chọn một.',
    },
    {
      bad: fragmentSample(
        'Theo Nghị định số 30/2020/NĐ-CP «ngày 05 tháng 3 năm 2020» của Chính phủ.\n\nTheo Nghị định số 30/2020/NĐ-CP «ngày 03/5/2020» của Chính phủ.',
      ),
    },
    {
      bad: fragmentSample(
        'Theo Kế hoạch số 806/KH-UBND ngày 09/01/2026 của UBND tỉnh. Theo Kế hoạch số 806/KH-UBND «ngày 19/01/2026» của UBND tỉnh. Theo Kế hoạch số 806/KH-UBND ngày 09/01/2026 của Ủy ban nhân dân tỉnh.',
      ),
      fixed: fragmentSample(
        'Theo Kế hoạch số 806/KH-UBND ngày 09/01/2026 của UBND tỉnh. Theo Kế hoạch số 806/KH-UBND ngày 09/01/2026 của UBND tỉnh. Theo Kế hoạch số 806/KH-UBND ngày 09/01/2026 của Ủy ban nhân dân tỉnh.',
      ),
      note: 'Hai nơi thống nhất thì chỉ báo nơi khác.',
    },
    {
      bad: `${letterSample({ number: 'Số: «215/SNVV-VP»' })}\n${letterSample({ number: 'Số: 230/SNV-VP', body: 'Sở Nội vụ đã có Công văn số «215/SNV-VP» gửi các xã, phường./.' })}`,
    },
    {
      good: fragmentSample(
        'Theo Công văn số 3764/BGDĐT-GDTX ngày 31/8/2021.\n\nTheo Công văn số 3764/BGDĐT-GDTX của Bộ Giáo dục và Đào tạo.',
      ),
    },
    {
      good: fragmentSample(
        'Theo Quyết định số 15/QĐ-UBND ngày 05/3/2020 của UBND tỉnh và Quyết định số 15/QĐ-UBND ngày 08/3/2021 của UBND tỉnh.',
      ),
    },
    {
      good: fragmentSample(
        'Theo Kế hoạch số 15/KH-UBND ngày 05/3/2020 của UBND tỉnh và Kế hoạch số 15/KH-UBND ngày 08/3/2020 của UBND xã Hòa Bình.',
      ),
    },
    {
      good: fragmentSample(
        'Theo Công văn số 15/UBND-VX ngày 05/3/2020 và Công văn số 15/UBND-NC ngày 08/02/2021 của UBND tỉnh.',
      ),
    },
  ],
  reads: {
    dossier: true,
    facts: citedFacts,
    parts: ['number', 'placeAndDate', 'issuer', 'legalBases'],
  },
  check(document, report, dossier) {
    for (const conflict of conflictsIn(dossier)) {
      if (conflict.mention.document !== document) continue;
      const finding = toFinding(conflict);
      if (finding) report(finding);
    }
    for (const cited of citedIn(document)) {
      if (!isInWorkspace(cited, dossier.known)) continue;
      const finding = workspaceConflict(document, cited.placed, dossier.known);
      if (finding && !nestedCitations(document).has(cited)) report(finding);
    }
  },
});

/** Whether a document of the workspace bears the number, or its figures. */
const isInWorkspace = judgedBy(({ number }, known: KnownDocuments) => {
  if (!number?.numeral) return false;
  const alike = [
    ...known.withNumber(number.normal),
    ...known.withNumeral(plainNumeral(number.numeral.text)),
  ];
  return alike.some(({ origin }) => origin.kind === 'workspace');
});

const remembered = new WeakMap<readonly Document[], readonly Conflict[]>();

/** The dossier's conflicts, found once for all of its documents. */
function conflictsIn(dossier: Dossier): readonly Conflict[] {
  const known = remembered.get(dossier.documents);
  if (known) return known;
  const conflicts = conflictsOf(dossier);
  remembered.set(dossier.documents, conflicts);
  return conflicts;
}

function toFinding({ kind, mention, others }: Conflict): Finding | undefined {
  const place = kind === 'symbol' ? mention.number : mention[kind];
  const rival = others[0];
  if (!place || !rival) return undefined;
  return {
    span: place.span,
    severity: kind === 'subject' ? 'warning' : 'error',
    message: message(kind, mention, others),
    fixes: fixes(kind, mention, others),
    related: others.slice(0, 5).flatMap((other) => {
      const there = kind === 'symbol' ? other.number : other[kind];
      return there
        ? [
            {
              span: there.span,
              message: {
                vi: `Ở đây ghi “${described(other)}”`,
                en: `Here it is “${described(other)}”`,
              },
            },
          ]
        : [];
    }),
  };
}

function message(
  kind: Conflict['kind'],
  mention: NumberMention,
  others: readonly NumberMention[],
): Localized {
  const values = [...new Set(others.map((other) => valueOf(kind, other)))]
    .map((value) => `“${quoted(value)}”`)
    .join(', ');
  const here = quoted(valueOf(kind, mention));
  const what = {
    symbol: { vi: 'số, ký hiệu', en: 'number' },
    date: {
      vi: `ngày của văn bản số ${mention.number.text}`,
      en: `date of ${mention.number.text}`,
    },
    subject: {
      vi: `trích yếu của văn bản số ${mention.number.text}`,
      en: `subject of ${mention.number.text}`,
    },
  }[kind];
  return {
    vi: `Cùng một văn bản mà ${what.vi} ghi khác nhau: ở đây “${here}”, nơi khác ${values}; cần thống nhất ${norm}`,
    en: `The ${what.en} differs between mentions of one document: “${here}” here, ${values} elsewhere; expected one and the same ${normEnglish}`,
  };
}

function valueOf(kind: Conflict['kind'], mention: NumberMention): string {
  return kind === 'symbol' ? mention.number.text : (mention[kind]?.text ?? '');
}

/** To write here what another mention says; a subject is too long to put in blindly. */
function fixes(
  kind: Conflict['kind'],
  mention: NumberMention,
  others: readonly NumberMention[],
): readonly Fix[] {
  if (kind === 'subject' || (kind === 'date' && (mention.own || others.some(({ own }) => own))))
    return [];
  const place = kind === 'symbol' ? mention.number : mention.date;
  if (!place) return [];
  const values = new Set(
    others.map((other) => (kind === 'symbol' ? other.normal : (other.date?.text ?? ''))),
  );
  return [...values].slice(0, 4).map((value) => ({
    title: { vi: `Ghi “${value}”`, en: `Write “${value}”` },
    safe: false,
    edits: [{ span: place.span, newText: value }],
  }));
}
