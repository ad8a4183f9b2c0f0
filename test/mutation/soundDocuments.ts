import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../server/rules/samples.ts';

const body = [
  'Ủy ban nhân dân xã Hòa Bình ban hành Kế hoạch chuyển đổi số năm 2026 như sau:',
  '**I. MỤC ĐÍCH, YÊU CẦU**',
  '**1. Mục đích**',
  'Nâng cao nhận thức của cán bộ, công chức và người dân về chuyển đổi số; phát triển hạ tầng số của xã trong giai đoạn 2026 - 2030.',
  '**2. Yêu cầu**',
  'Thực hiện đúng quy định tại khoản 1 Điều 5 Nghị định số 30/2020/NĐ-CP, bảo đảm thiết thực, tiết kiệm.',
  '**II. NỘI DUNG**',
  '**1. Thời gian, địa điểm**',
  'Hội nghị tập huấn tổ chức lúc 7 giờ 30 phút, thứ Sáu, ngày 24/4/2026 tại Nhà văn hóa xã. Lớp học mở từ ngày 04/5/2026 đến ngày 15/5/2026.',
  '**2. Nhiệm vụ**',
  'a) Tuyên truyền trên hệ thống truyền thanh của xã;',
  'b) Tập huấn kỹ năng số cho người dân;',
  'c) Số hóa hồ sơ lưu trữ;',
  'd) Cung cấp dịch vụ công trực tuyến;',
  'đ) Rà soát thủ tục hành chính.',
  '**3. Kinh phí**',
  'Kinh phí thực hiện từ nguồn ngân sách xã năm 2026.',
  '**III. TỔ CHỨC THỰC HIỆN**',
  '**1. Phòng Văn hóa - Xã hội**',
  'Chủ trì thực hiện, báo cáo kết quả chậm nhất ngày 29/5/2026; gửi dự toán trước ngày 20/4/2026.',
  '**2. Công an xã**',
  'Phối hợp thực hiện Kế hoạch này./.',
];

/** Documents without a mistake that a rule could tell, by name. */
export const soundDocuments: Readonly<Record<string, string>> = {
  plan: planSample(),
  letter: letterSample(),
  decision: decisionSample(),
  'plan with front matter': frontMatterPlanSample(),
  'letter with more recipients': letterSample({
    addressee: 'Kính gửi: Bộ Nội vụ.',
    recipients: '**Nơi nhận:**\n\n- Như trên;\n- Giám đốc Sở;\n- Lưu: VT, VP.',
  }),
  'plan with lists': planSample({
    nation: '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n\n**Độc lập - Tự do - Hạnh phúc**',
    title: '**KẾ HOẠCH**\n\n**Chuyển đổi số năm 2026**',
    bases: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
      'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
      'Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Phú Thọ về chuyển đổi số năm 2026.',
    ].join('\n\n'),
    body: body.join('\n\n'),
    recipients:
      '**Nơi nhận:**\n\n- Ủy ban nhân dân tỉnh;\n- Phòng Văn hóa - Xã hội;\n- Công an xã;\n- Lưu: VT, VHXH.',
  }),
};
