/** A dossier in which no two files have their words in common, as the files of an office have not. */
import { decisionSample, letterSample, planSample } from '../../server/rules/samples.ts';
import { Random } from '../fuzz/random.ts';

type Words = readonly [string, ...string[]];

const romans: Words = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const subjects: Words = [
  'chuyển đổi số',
  'phát triển văn hóa đọc',
  'phòng, chống thiên tai và tìm kiếm cứu nạn',
  'tuyên truyền, phổ biến giáo dục pháp luật',
  'xây dựng nông thôn mới nâng cao',
  'bảo đảm trật tự, an toàn giao thông',
  'chăm sóc sức khỏe người cao tuổi',
  'rà soát, giảm nghèo bền vững',
  'quản lý đất đai, môi trường',
  'phòng cháy, chữa cháy rừng mùa khô',
  'cải cách thủ tục hành chính',
  'tiêm chủng mở rộng cho trẻ em',
];
const offices: Words = [
  'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã',
  'Phòng Văn hóa - Xã hội',
  'Phòng Kinh tế',
  'Trung tâm Phục vụ hành chính công',
  'Công an xã',
  'Ban Chỉ huy Quân sự xã',
  'Trạm Y tế xã',
  'Trường Trung học cơ sở Hòa Bình',
  'Ủy ban Mặt trận Tổ quốc Việt Nam xã',
  'Hội Liên hiệp Phụ nữ xã',
];
const actions: Words = [
  'chủ trì tham mưu tổ chức',
  'phối hợp triển khai',
  'hướng dẫn, đôn đốc',
  'kiểm tra, giám sát',
  'tổng hợp, báo cáo kết quả',
  'rà soát, bổ sung',
  'bố trí lực lượng, phương tiện phục vụ',
  'xây dựng phương án',
];
const results: Words = [
  'bảo đảm thiết thực, tiết kiệm, tránh phô trương, hình thức',
  'gắn với nhiệm vụ phát triển kinh tế - xã hội của địa phương',
  'nâng cao nhận thức của cán bộ, công chức, viên chức và Nhân dân',
  'phân công rõ người, rõ việc, rõ thời gian, rõ trách nhiệm',
  'kịp thời tháo gỡ khó khăn, vướng mắc từ cơ sở',
  'phát huy vai trò của người đứng đầu cơ quan, đơn vị',
];
const places: Words = ['Hòa Bình', 'Tân Lập', 'Yên Sơn', 'Minh Đức', 'Thanh Thủy', 'Đông Phú'];
const symbols: Words = ['NĐ-CP', 'QĐ-TTg', 'QĐ-UBND', 'KH-UBND', 'TT-BNV', 'CT-TTg'];
const types: Readonly<Record<string, string>> = {
  'NĐ-CP': 'Nghị định',
  'QĐ-TTg': 'Quyết định',
  'QĐ-UBND': 'Quyết định',
  'KH-UBND': 'Kế hoạch',
  'TT-BNV': 'Thông tư',
  'CT-TTg': 'Chỉ thị',
};

/** The file of a dossier at an index, of `length` characters or a little more. The same each time. */
export function dossierFile(index: number, length: number): string {
  const random = new Random(index + 1);
  const subject = random.of(subjects);
  const body: string[] = [
    `Thực hiện ${cited(random)} về ${subject}, Ủy ban nhân dân xã ${random.of(places)} đề nghị các đơn vị thực hiện các nội dung sau:`,
  ];
  let total = 1500;
  for (let section = 0; total < length; section += 1) {
    const made = sectionOf(section, random);
    for (const block of made) total += block.length + 2;
    body.push(...made);
  }
  body.push(`Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh kịp thời./.`);
  const text = body.join('\n\n');
  const number = index + 1;
  switch (random.below(3)) {
    case 0:
      return letterSample({
        number: `Số: ${number}/SNV-VP`,
        title: `V/v ${subject}`,
        body: text,
      });
    case 1:
      return decisionSample({
        number: `Số: ${number}/QĐ-UBND`,
        after: `**KẾ HOẠCH**\n\n**Về ${subject}**\n\n${text}`,
      });
    default:
      return planSample({
        number: `Số: ${number}/KH-UBND`,
        title: `**KẾ HOẠCH**\n\n**Về ${subject}**`,
        body: text,
      });
  }
}

function sectionOf(section: number, random: Random): readonly string[] {
  const task = (): string =>
    `${random.of(offices)} ${random.of(actions)} ${random.of(subjects)} tại xã ${random.of(places)}`;
  return [
    `**${romans[section % romans.length]}. ${random.of(subjects).toUpperCase()}**`,
    `**1. ${capitalised(random.of(subjects))}**`,
    `a) ${task()}; ${random.of(results)}; phấn đấu trên ${50 + random.below(50)}% hộ gia đình tham gia.`,
    `b) ${task()} theo ${cited(random)} và khoản ${1 + random.below(5)} Điều ${1 + random.below(40)} của ${cited(random)}; ${random.of(results)}.`,
    `**2. ${capitalised(random.of(actions))}**`,
    `- ${task()} trước ngày ${day(random)}/5/2026;\n- ${task()}, với ${2 + random.below(900)} lượt người;\n- ${task()}.`,
    `| TT | Nội dung | Đơn vị thực hiện | Thời gian |\n|---|---|---|---|\n| 1 | ${capitalised(random.of(actions))} đợt ${1 + random.below(9)} | ${random.of(offices)} | Quý II/2026 |\n| 2 | ${capitalised(random.of(subjects))} | ${random.of(offices)} | Trước ngày ${day(random)}/8/2026 |`,
    `Kinh phí thực hiện là ${1 + random.below(900)}.000.000 đồng từ nguồn ngân sách xã năm 2026 và các nguồn hợp pháp khác; ${random.of(results)}. ${capitalised(task())} trước 16 giờ 30 phút ngày ${day(random)} tháng 6 năm 2026.`,
  ];
}

function cited(random: Random): string {
  const symbol = random.of(symbols);
  const year = 2015 + random.below(11);
  return `${types[symbol]} số ${1 + random.below(300)}/${year}/${symbol} ngày ${day(random)} tháng ${10 + random.below(3)} năm ${year}`;
}

function day(random: Random): number {
  return 10 + random.below(18);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
