/**
 * Whole documents for the rules' examples. Every default lints clean, so that an example shows one mistake;
 * a component set to `''` is left out.
 */
export interface SampleParts {
  readonly agency?: string;
  readonly nation?: string;
  readonly number?: string;
  readonly place?: string;
  readonly title?: string;
  readonly addressee?: string;
  readonly bases?: string;
  readonly body?: string;
  readonly recipients?: string;
  readonly signature?: string;
  readonly after?: string;
}

const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';

function joined(parts: Required<SampleParts>): string {
  const order = [
    parts.agency,
    parts.nation,
    parts.number,
    parts.place,
    parts.title,
    parts.addressee,
    parts.bases,
    parts.body,
    parts.recipients,
    parts.signature,
    parts.after,
  ];
  return order.filter((part) => part !== '').join('\n\n') + '\n';
}

/** A plan of a commune's people's committee, as plain text with bold headings. */
export function planSample(parts: SampleParts = {}): string {
  return joined({
    agency: '**ỦY BAN NHÂN DÂN\nXÃ HÒA BÌNH**',
    nation: `**${nation}**`,
    number: 'Số: 15/KH-UBND',
    place: '*Hòa Bình, ngày 05 tháng 3 năm 2026*',
    title: '**KẾ HOẠCH**\n\n**Tổ chức Ngày hội đọc sách năm 2026**',
    addressee: '',
    bases:
      'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n\nCăn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Phú Thọ về phát triển văn hóa đọc năm 2026.',
    body: [
      'Ủy ban nhân dân xã Hòa Bình ban hành Kế hoạch tổ chức Ngày hội đọc sách năm 2026 như sau:',
      '**I. MỤC ĐÍCH, YÊU CẦU**',
      'Phát triển văn hóa đọc trong cộng đồng; tổ chức thiết thực, an toàn, tiết kiệm.',
      '**II. NỘI DUNG**',
      '**1. Thời gian, địa điểm**',
      'Từ ngày 21/4/2026 đến ngày 23/4/2026, tại Nhà văn hóa xã.',
      '**2. Kinh phí**',
      'Kinh phí thực hiện từ nguồn ngân sách xã năm 2026.',
      '**III. TỔ CHỨC THỰC HIỆN**',
      'Phòng Văn hóa - Xã hội chủ trì thực hiện, báo cáo kết quả trước ngày 30/4/2026./.',
    ].join('\n\n'),
    recipients:
      '**Nơi nhận:**\n\n- Sở Văn hóa, Thể thao và Du lịch;\n- Phòng Văn hóa - Xã hội;\n- Lưu: VT, VHXH.',
    signature: '**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\n**Trần Văn Bình**',
    after: '',
    ...parts,
  });
}

/** A letter of a department. */
export function letterSample(parts: SampleParts = {}): string {
  return joined({
    agency: 'UBND TỈNH PHÚ THỌ\n**SỞ NỘI VỤ**',
    nation: `**${nation}**`,
    number: 'Số: 215/SNV-VP',
    place: '*Phú Thọ, ngày 12 tháng 01 năm 2026*',
    title: 'V/v rà soát công tác văn thư năm 2026',
    addressee: 'Kính gửi: Ủy ban nhân dân các xã, phường.',
    bases: '',
    body: 'Sở Nội vụ đề nghị Ủy ban nhân dân các xã, phường rà soát công tác văn thư, gửi kết quả về Sở trước ngày 30/01/2026./.',
    recipients: '**Nơi nhận:**\n\n- Như trên;\n- Lưu: VT, VP.',
    signature: '**GIÁM ĐỐC**\n\n**Lê Thị Hoa**',
    after: '',
    ...parts,
  });
}

/** A decision of a committee's chair. */
export function decisionSample(parts: SampleParts = {}): string {
  return joined({
    agency: '**ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ**',
    nation: `**${nation}**`,
    number: 'Số: 101/QĐ-UBND',
    place: '*Phú Thọ, ngày 20 tháng 4 năm 2026*',
    title:
      '**QUYẾT ĐỊNH**\n\n**Về việc thành lập Tổ công tác chuyển đổi số**\n\n**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ**',
    addressee: '',
    bases:
      '*Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;*\n\n*Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày 15 tháng 4 năm 2026.*',
    body: [
      '**QUYẾT ĐỊNH:**',
      '**Điều 1.** Thành lập Tổ công tác chuyển đổi số tỉnh Phú Thọ.',
      '**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký.',
      '**Điều 3.** Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này./.',
    ].join('\n\n'),
    recipients: '**Nơi nhận:**\n\n- Như Điều 3;\n- Sở Nội vụ;\n- Lưu: VT, NC.',
    signature: '**CHỦ TỊCH**\n\n**Phạm Văn Nam**',
    after: '',
    ...parts,
  });
}

/** The plan again, its head in front matter. */
export function frontMatterPlanSample(fields: Readonly<Record<string, string>> = {}): string {
  const head: Record<string, string> = {
    loại: 'Kế hoạch',
    'cơ quan': 'Ủy ban nhân dân xã Hòa Bình',
    số: '15/KH-UBND',
    'địa danh': 'Hòa Bình',
    ngày: '2026-03-05',
    'trích yếu': 'Tổ chức Ngày hội đọc sách năm 2026',
    ...fields,
  };
  const yaml = Object.entries(head)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
  return `---\n${yaml}\n---\n\n${planSample({ agency: '', nation: '', number: '', place: '', title: '' })}`;
}

/** A passage of a plan, with no more around it than makes it one. */
export function fragmentSample(body: string): string {
  return `**KẾ HOẠCH**\n\n**Công tác văn thư**\n\n**I. NỘI DUNG**\n\n${body}\n\n**Nơi nhận:**\n\n- Lưu: VT, VP.\n`;
}
