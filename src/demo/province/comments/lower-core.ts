import type { SubjectPhrases } from './phrases.ts'

export const lowerLiterature: SubjectPhrases = {
  tasks: ['đọc hiểu văn bản', 'viết đoạn văn trình bày suy nghĩ của mình', 'trình bày ý kiến trước lớp'],
  tasksOfGrade: {
    6: [
      'kể lại một trải nghiệm của bản thân',
      'cảm nhận thơ lục bát',
      'nhận xét nhân vật trong truyện đồng thoại',
    ],
    7: ['viết bài văn biểu cảm', 'rút ra bài học từ truyện ngụ ngôn', 'cảm nhận thơ bốn chữ, năm chữ'],
    8: [
      'phân tích thơ Đường luật',
      'viết bài văn nghị luận về một vấn đề đời sống',
      'phân tích truyện lịch sử',
    ],
    9: [
      'phân tích tác phẩm văn học',
      'viết bài văn nghị luận xã hội',
      'nhận xét nghệ thuật của truyện truyền kì',
    ],
  },
  faults: [
    'diễn đạt lủng củng',
    'mắc lỗi chính tả',
    'viết câu dài, thiếu dấu câu',
    'sắp xếp ý thiếu mạch lạc',
    'nêu cảm nhận chung chung, thiếu dẫn chứng',
  ],
  advice: [
    'đọc thêm sách báo, mở rộng vốn từ',
    'lập dàn ý trước khi viết',
    'đọc lại bài và sửa lỗi chính tả',
    'chọn dẫn chứng cụ thể hơn',
    'rèn thêm chữ viết và cách trình bày',
  ],
}

export const lowerMathematics: SubjectPhrases = {
  tasks: ['vận dụng kiến thức vào bài toán thực tế', 'trình bày lời giải'],
  tasksOfGrade: {
    6: [
      'thực hiện phép tính với số nguyên',
      'tìm ước chung và bội chung',
      'tính toán với phân số, số thập phân',
      'tính chu vi, diện tích các hình trong thực tiễn',
    ],
    7: [
      'thực hiện phép tính với số hữu tỉ',
      'giải bài toán về đại lượng tỉ lệ',
      'chứng minh hai tam giác bằng nhau',
      'thực hiện phép tính với đa thức một biến',
    ],
    8: [
      'vận dụng hằng đẳng thức đáng nhớ',
      'rút gọn phân thức đại số',
      'vẽ đồ thị hàm số bậc nhất',
      'chứng minh hai tam giác đồng dạng',
    ],
    9: [
      'giải phương trình bậc hai',
      'giải hệ hai phương trình bậc nhất hai ẩn',
      'rút gọn biểu thức chứa căn',
      'giải bài toán về đường tròn',
      'giải bài toán bằng cách lập phương trình',
    ],
  },
  faults: [
    'tính toán nhầm lẫn',
    'trình bày thiếu bước',
    'lập luận chưa chặt chẽ',
    'bỏ sót điều kiện của bài toán',
    'đọc đề vội, hiểu sai yêu cầu',
  ],
  advice: [
    'kiểm tra lại kết quả sau khi làm bài',
    'trình bày lời giải đầy đủ hơn',
    'luyện thêm bài tập hình học',
    'ghi nhớ công thức và định lí',
    'đọc kĩ đề trước khi làm',
  ],
}

export const english: SubjectPhrases = {
  tasks: [
    'giao tiếp bằng tiếng Anh về các chủ đề quen thuộc',
    'nghe hiểu ý chính của bài hội thoại',
    'đọc hiểu đoạn văn ngắn',
    'viết đoạn văn theo chủ đề',
    'sử dụng các cấu trúc ngữ pháp đã học',
    'ghi nhớ và dùng từ vựng theo chủ đề',
  ],
  tasksOfGrade: {
    6: ['giới thiệu trường lớp và bạn bè bằng tiếng Anh'],
    7: ['nói về sở thích và sức khỏe bằng tiếng Anh'],
    8: ['kể về lễ hội và cuộc sống ở quê bằng tiếng Anh'],
    9: ['trình bày quan điểm về môi trường bằng tiếng Anh'],
    10: ['thảo luận về đời sống gia đình bằng tiếng Anh'],
    11: ['trình bày về lối sống lành mạnh bằng tiếng Anh'],
    12: ['thuyết trình về nghề nghiệp tương lai bằng tiếng Anh'],
  },
  faults: [
    'phát âm thiếu âm cuối',
    'nhầm lẫn thì của động từ',
    'ngại nói trước lớp',
    'dùng từ chưa đúng ngữ cảnh',
    'viết sai chính tả một số từ',
  ],
  advice: [
    'luyện nghe nói nhiều hơn',
    'học từ vựng đều đặn mỗi ngày',
    'chú ý phát âm âm cuối',
    'ôn lại các thì của động từ',
    'mạnh dạn nói tiếng Anh trong giờ học',
  ],
}

export const lowerHistoryGeography: SubjectPhrases = {
  tasks: [
    'đọc bản đồ, lược đồ',
    'trình bày các sự kiện lịch sử tiêu biểu',
    'liên hệ kiến thức với địa phương',
  ],
  tasksOfGrade: {
    6: ['trình bày đời sống của cư dân Văn Lang - Âu Lạc', 'xác định tọa độ địa lí trên bản đồ'],
    7: ['trình bày thành tựu của Đại Việt thời Lý - Trần', 'nêu đặc điểm tự nhiên của các châu lục'],
    8: ['phân tích đặc điểm khí hậu Việt Nam', 'trình bày diễn biến các cuộc cách mạng tư sản'],
    9: ['so sánh thế mạnh của các vùng kinh tế', 'trình bày tiến trình Cách mạng tháng Tám năm 1945'],
  },
  faults: [
    'nhầm mốc thời gian',
    'học thuộc lòng, chưa nắm bản chất',
    'lúng túng khi khai thác biểu đồ',
    'trả lời thiếu ý',
    'đọc bản đồ chưa chính xác',
  ],
  advice: [
    'lập trục thời gian khi học bài',
    'sử dụng bản đồ thường xuyên hơn',
    'rèn kĩ năng vẽ và nhận xét biểu đồ',
    'hệ thống kiến thức bằng sơ đồ tư duy',
  ],
}

export const lowerScience: SubjectPhrases = {
  tasks: ['giải thích hiện tượng tự nhiên trong đời sống', 'tiến hành thí nghiệm và ghi chép kết quả'],
  tasksOfGrade: {
    6: [
      'đo khối lượng, chiều dài, nhiệt độ',
      'phân biệt các thể của chất',
      'quan sát tế bào và phân loại sinh vật',
    ],
    7: [
      'mô tả cấu tạo nguyên tử',
      'tính tốc độ chuyển động',
      'trình bày quá trình quang hợp, hô hấp ở thực vật',
    ],
    8: [
      'lập phương trình hóa học',
      'giải bài tập về áp suất',
      'mô tả cấu tạo và chức năng các cơ quan cơ thể người',
    ],
    9: [
      'giải bài tập định luật Ohm',
      'viết phương trình hóa học của kim loại',
      'giải bài tập di truyền Mendel',
    ],
  },
  faults: [
    'nhầm lẫn khi đổi đơn vị đo',
    'trình bày kết quả thí nghiệm sơ sài',
    'giải thích hiện tượng chưa đủ ý',
    'thiếu cẩn thận khi làm thí nghiệm',
    'nhớ công thức chưa chắc chắn',
  ],
  advice: [
    'chú ý đơn vị khi tính toán',
    'liên hệ bài học với thực tế',
    'ghi chép kết quả thí nghiệm cẩn thận hơn',
    'làm thêm bài tập vận dụng',
    'ôn lại các công thức đã học',
  ],
}
