/** A long plan of a commune, as drafters write one: `length` characters or a little more. */
import { planSample } from '../../server/rules/samples.ts';

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

export function plan(length: number): string {
  const body: string[] = [
    'Ủy ban nhân dân xã Hòa Bình ban hành Kế hoạch tổ chức Ngày hội đọc sách năm 2026 như sau:',
  ];
  let total = 2500;
  for (let index = 0; total < length; index += 1) {
    const section = part(index);
    for (const each of section) total += each.length + 2;
    body.push(...section);
  }
  body.push(
    'Trên đây là Kế hoạch tổ chức Ngày hội đọc sách năm 2026, đề nghị các đơn vị nghiêm túc thực hiện./.',
  );
  return planSample({ body: body.join('\n\n') });
}

function part(index: number): readonly string[] {
  const roman = romans[index % romans.length] ?? 'I';
  const day = 10 + (index % 18);
  return [
    `**${roman}. NỘI DUNG, NHIỆM VỤ THỨ ${index + 1}**`,
    '**1. Mục đích**',
    `a) Nâng cao nhận thức của cán bộ, công chức, viên chức và Nhân dân về phát triển văn hóa đọc trong giai đoạn 2021-2030; bảo đảm trên ${60 + (index % 30)}% hộ gia đình tham gia.`,
    `b) Thực hiện có hiệu quả Quyết định số ${1000 + index}/QĐ-TTg ngày ${day}/3/2023 của Thủ tướng Chính phủ về phát triển văn hóa đọc trong cộng đồng.`,
    '**2. Yêu cầu**',
    'Việc tổ chức phải thiết thực, an toàn, tiết kiệm, tránh phô trương, hình thức; phân công rõ người, rõ việc, rõ thời gian hoàn thành theo Luật Thư viện ngày 21/11/2019.',
    `- Phòng Văn hóa - Xã hội chủ trì, phối hợp với Văn phòng Ủy ban nhân dân xã hoàn thành trước ngày ${day}/5/2026;\n- Trường Trung học cơ sở Hòa Bình chuẩn bị ${index + 3} gian trưng bày;\n- Công an xã bảo đảm an ninh, trật tự trong thời gian diễn ra các hoạt động.`,
    `| TT | Nội dung | Đơn vị thực hiện | Thời gian |\n|---|---|---|---|\n| 1 | Khảo sát nhu cầu đọc đợt ${index + 1} | Phòng Văn hóa - Xã hội | Quý II/2026 |\n| 2 | Bổ sung tủ sách theo Điều 5 của Nghị định số 93/2020/NĐ-CP | Văn phòng | Trước ngày 15/8/2026 |`,
    `Kinh phí thực hiện từ nguồn ngân sách xã năm 2026 theo Công văn số ${100 + (index % 800)}/STC-NS ngày 10/02/2026 của Sở Tài chính và các nguồn xã hội hóa hợp pháp khác. Các đơn vị báo cáo kết quả về Ủy ban nhân dân xã trước 16 giờ 30 phút ngày 30/4/2026.`,
  ];
}
