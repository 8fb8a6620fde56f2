import type { TraitLevel } from '../../../shared/ratings.ts'
import type { CompetenceCode, QualityCode } from '../../../shared/traits.ts'

/** What primary teachers write of one quality or competence at each level of TT 27/2020, Điều 6. */
export type TraitPhrases = Readonly<Record<TraitLevel, readonly string[]>>

export const traitPhrases: Readonly<Record<QualityCode | CompetenceCode, TraitPhrases>> = {
  YEU_NUOC: {
    T: [
      'yêu quê hương, kính trọng và biết ơn người có công',
      'tự hào về quê hương, tích cực tham gia hoạt động đền ơn đáp nghĩa',
    ],
    Đ: ['biết yêu quý quê hương, trường lớp', 'biết kính trọng thầy cô và người lớn'],
    C: ['cần tham gia đầy đủ hơn các hoạt động của trường, lớp'],
  },
  NHAN_AI: {
    T: [
      'yêu thương, giúp đỡ bạn bè',
      'hòa đồng, luôn quan tâm đến mọi người',
      'biết chia sẻ với bạn gặp khó khăn',
    ],
    Đ: ['biết đoàn kết với bạn', 'biết nhường nhịn em nhỏ'],
    C: ['cần biết nhường nhịn và đoàn kết với bạn hơn'],
  },
  CHAM_CHI: {
    T: ['chăm học, chăm làm', 'siêng năng, đi học đều và đúng giờ', 'tự giác làm bài và giúp việc nhà'],
    Đ: ['có ý thức học tập', 'biết làm việc vừa sức'],
    C: ['cần chăm học hơn, làm bài đầy đủ ở nhà'],
  },
  TRUNG_THUC: {
    T: ['thật thà, dám nhận lỗi', 'trung thực trong học tập', 'không nói dối, biết giữ lời hứa'],
    Đ: ['biết nhận lỗi khi được nhắc', 'biết trả lại của rơi'],
    C: ['cần mạnh dạn nhận lỗi khi mắc lỗi'],
  },
  TRACH_NHIEM: {
    T: [
      'có trách nhiệm với việc được giao',
      'giữ gìn vệ sinh và đồ dùng chung',
      'luôn hoàn thành nhiệm vụ trực nhật',
    ],
    Đ: ['biết giữ gìn sách vở, đồ dùng', 'thực hiện được việc được giao khi có nhắc nhở'],
    C: ['cần tự giác hoàn thành việc được giao'],
  },
  TU_CHU_TU_HOC: {
    T: [
      'tự giác học tập, tự phục vụ tốt',
      'biết tự chuẩn bị bài và đồ dùng',
      'chủ động hoàn thành nhiệm vụ học tập',
    ],
    Đ: ['biết tự phục vụ, chuẩn bị đồ dùng học tập', 'hoàn thành bài khi được nhắc'],
    C: ['cần tập tự học, không chờ người lớn nhắc nhở'],
  },
  GIAO_TIEP_HOP_TAC: {
    T: ['giao tiếp tự tin, hợp tác tốt với bạn', 'nói rõ ràng, biết lắng nghe', 'điều hành nhóm tốt'],
    Đ: ['biết làm việc cùng nhóm', 'biết chào hỏi, nói lời cảm ơn, xin lỗi'],
    C: ['cần mạnh dạn giao tiếp với thầy cô và bạn bè'],
  },
  GIAI_QUYET_VAN_DE: {
    T: [
      'có nhiều ý tưởng sáng tạo',
      'biết tìm cách giải quyết tình huống mới',
      'hay đặt câu hỏi và tự tìm câu trả lời',
    ],
    Đ: ['biết nêu câu hỏi khi chưa hiểu', 'giải quyết được tình huống đơn giản'],
    C: ['cần mạnh dạn nêu cách làm của mình'],
  },
  NGON_NGU: {
    T: ['diễn đạt lưu loát, vốn từ phong phú', 'đọc, viết và nói tốt'],
    Đ: ['diễn đạt được ý của mình', 'đọc, viết đúng yêu cầu'],
    C: ['cần luyện đọc, viết và diễn đạt rõ ý hơn'],
  },
  TINH_TOAN: {
    T: ['tính toán nhanh và chính xác', 'vận dụng tốt phép tính vào thực tế'],
    Đ: ['thực hiện được các phép tính cơ bản', 'tính toán đúng khi làm bài cẩn thận'],
    C: ['cần rèn kĩ năng tính toán'],
  },
  KHOA_HOC: {
    T: ['ham tìm hiểu, quan sát tốt', 'biết giải thích hiện tượng xung quanh'],
    Đ: ['biết quan sát sự vật xung quanh', 'nêu được hiện tượng tự nhiên đơn giản'],
    C: ['cần quan sát và tìm hiểu thêm về thế giới xung quanh'],
  },
  CONG_NGHE: {
    T: ['sử dụng đồ dùng công nghệ an toàn, khéo léo', 'biết làm đồ dùng sáng tạo'],
    Đ: ['biết sử dụng một số đồ dùng công nghệ', 'làm được sản phẩm theo hướng dẫn'],
    C: ['cần thực hành thêm với dụng cụ đơn giản'],
  },
  TIN_HOC: {
    T: ['sử dụng máy tính thành thạo', 'biết dùng máy tính để học tập'],
    Đ: ['thao tác được trên máy tính', 'biết bảo vệ thông tin cá nhân'],
    C: ['cần thực hành thêm trên máy tính'],
  },
  THAM_MI: {
    T: ['có khiếu thẩm mĩ, biểu diễn tự tin', 'cảm nhận tốt cái đẹp trong âm nhạc, mĩ thuật'],
    Đ: ['biết yêu thích cái đẹp', 'tham gia hát, vẽ cùng bạn'],
    C: ['cần mạnh dạn tham gia hoạt động nghệ thuật'],
  },
  THE_CHAT: {
    T: ['khỏe mạnh, vận động nhanh nhẹn', 'tích cực rèn luyện thân thể'],
    Đ: ['biết giữ vệ sinh, rèn luyện thân thể', 'thực hiện được các vận động cơ bản'],
    C: ['cần tập thể dục đều đặn hơn'],
  },
}
