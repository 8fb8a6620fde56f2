import type { SubjectPhrases } from './phrases.ts'

export const upperLiterature: SubjectPhrases = {
  tasks: [
    'đọc hiểu văn bản theo đặc trưng thể loại',
    'viết bài văn nghị luận xã hội',
    'thuyết trình về một vấn đề văn học',
  ],
  tasksOfGrade: {
    10: ['phân tích nhân vật sử thi', 'cảm nhận thơ Đường', 'viết báo cáo nghiên cứu'],
    11: ['phân tích truyện thơ Nôm', 'cảm nhận tùy bút, tản văn', 'phân tích xung đột trong bi kịch'],
    12: [
      'so sánh hai tác phẩm văn học',
      'phân tích nghệ thuật tiểu thuyết hiện đại',
      'nghị luận về một vấn đề của tuổi trẻ',
    ],
  },
  faults: [
    'lập luận thiếu dẫn chứng',
    'diễn đạt dài dòng',
    'phân tích sa vào kể lại nội dung',
    'phân bố thời gian làm bài chưa hợp lí',
    'mắc lỗi dùng từ, đặt câu',
  ],
  advice: [
    'đọc thêm tác phẩm ngoài chương trình',
    'lập dàn ý chặt chẽ trước khi viết',
    'chọn lọc dẫn chứng tiêu biểu',
    'rèn cách diễn đạt ngắn gọn',
    'luyện viết trong thời gian quy định',
  ],
}

export const upperMathematics: SubjectPhrases = {
  tasks: ['vận dụng kiến thức vào bài toán thực tiễn', 'lập luận và trình bày lời giải'],
  tasksOfGrade: {
    10: [
      'giải bất phương trình bậc hai',
      'vận dụng hệ thức lượng trong tam giác',
      'giải bài toán vectơ',
      'tính xác suất theo định nghĩa cổ điển',
    ],
    11: [
      'giải phương trình lượng giác',
      'tính giới hạn và đạo hàm',
      'chứng minh quan hệ vuông góc trong không gian',
      'tính toán với lũy thừa và lôgarit',
    ],
    12: [
      'khảo sát hàm số',
      'tính nguyên hàm, tích phân',
      'giải bài toán tọa độ trong không gian',
      'tính xác suất có điều kiện',
    ],
  },
  faults: [
    'biến đổi đại số nhầm lẫn',
    'bỏ sót trường hợp',
    'vẽ hình chưa chính xác',
    'trình bày thiếu điều kiện xác định',
    'làm chậm các bài vận dụng',
  ],
  advice: [
    'luyện thêm các bài toán vận dụng',
    'rèn kĩ năng tính toán cẩn thận',
    'ôn lại kiến thức hình học',
    'hệ thống lại công thức theo chủ đề',
    'làm đề ôn tập thường xuyên',
  ],
}

export const history: SubjectPhrases = {
  tasks: [
    'phân tích nguyên nhân và ý nghĩa của sự kiện',
    'khai thác tư liệu lịch sử',
    'lập bảng niên biểu',
    'so sánh các giai đoạn lịch sử',
  ],
  tasksOfGrade: {
    10: ['trình bày thành tựu của các nền văn minh'],
    11: ['phân tích các cuộc cải cách trong lịch sử Việt Nam'],
    12: ['trình bày bài học của các cuộc kháng chiến bảo vệ Tổ quốc'],
  },
  faults: [
    'nhầm mốc thời gian',
    'liệt kê sự kiện mà chưa phân tích',
    'sử dụng tư liệu chưa chọn lọc',
    'trả lời thiếu ý',
  ],
  advice: [
    'ghi nhớ sự kiện bằng niên biểu',
    'đọc thêm tư liệu gốc',
    'tập phân tích mối liên hệ giữa các sự kiện',
    'ôn bài theo chủ đề',
  ],
}

export const defence: SubjectPhrases = {
  tasks: [
    'thực hiện đội ngũ từng người không có súng',
    'trình bày kiến thức về nền quốc phòng toàn dân',
    'thực hiện động tác băng bó, chuyển thương',
    'thực hiện các động tác cơ bản trên thao trường',
    'nêu trách nhiệm của học sinh trong bảo vệ an ninh Tổ quốc',
  ],
  faults: [
    'thực hiện động tác đội ngũ chưa dứt khoát',
    'nắm lí thuyết chưa chắc',
    'thiếu nhanh nhẹn',
    'ghi chép bài chưa đầy đủ',
  ],
  advice: [
    'rèn tác phong nhanh nhẹn',
    'luyện tập động tác đội ngũ',
    'học kĩ phần lí thuyết',
    'chú ý trang phục khi học thực hành',
  ],
}

export const physics: SubjectPhrases = {
  tasks: ['giải thích hiện tượng vật lí', 'xử lí số liệu thí nghiệm', 'vẽ và đọc đồ thị vật lí'],
  tasksOfGrade: {
    10: ['giải bài tập động lực học', 'vận dụng định luật bảo toàn cơ năng'],
    11: ['giải bài tập dao động điều hòa', 'tính toán với mạch điện một chiều'],
    12: ['giải bài tập về khí lí tưởng', 'giải bài tập cảm ứng điện từ'],
  },
  faults: [
    'nhầm lẫn khi đổi đơn vị',
    'phân tích lực chưa đầy đủ',
    'áp dụng công thức máy móc',
    'tính sai số chưa đúng',
  ],
  advice: [
    'hiểu bản chất hiện tượng trước khi áp dụng công thức',
    'chú ý đơn vị đo',
    'làm thêm bài tập đồ thị',
    'rèn kĩ năng xử lí số liệu',
  ],
}

export const chemistry: SubjectPhrases = {
  tasks: [
    'viết và cân bằng phương trình hóa học',
    'tính toán theo phương trình hóa học',
    'tiến hành thí nghiệm an toàn',
  ],
  tasksOfGrade: {
    10: ['xác định cấu hình electron', 'cân bằng phản ứng oxi hóa - khử'],
    11: ['gọi tên hợp chất hữu cơ', 'giải bài tập cân bằng hóa học'],
    12: ['giải bài tập về ester, lipid', 'giải bài tập về pin điện và điện phân'],
  },
  faults: [
    'cân bằng phương trình chưa đúng',
    'nhầm lẫn tên gọi các chất',
    'tính toán số mol chưa cẩn thận',
    'nhớ tính chất chưa chắc',
  ],
  advice: [
    'học chắc tính chất hóa học của các chất',
    'luyện thêm bài tập tính toán',
    'ghi nhớ bằng sơ đồ chuyển hóa',
    'chú ý điều kiện phản ứng',
  ],
}

export const biology: SubjectPhrases = {
  tasks: [
    'giải thích hiện tượng sinh học trong đời sống',
    'quan sát và vẽ tiêu bản',
    'vận dụng kiến thức để bảo vệ sức khỏe',
  ],
  tasksOfGrade: {
    10: ['trình bày cấu trúc tế bào', 'phân biệt nguyên phân và giảm phân'],
    11: ['trình bày quá trình trao đổi chất ở sinh vật', 'giải thích cơ chế cảm ứng ở động vật'],
    12: ['giải bài tập quy luật di truyền', 'trình bày cơ chế tiến hóa'],
  },
  faults: [
    'nhầm lẫn thuật ngữ',
    'làm chậm các bài tập tính toán',
    'trình bày cơ chế thiếu bước',
    'chú thích hình vẽ thiếu',
  ],
  advice: [
    'ghi nhớ thuật ngữ bằng sơ đồ',
    'luyện thêm bài tập vận dụng',
    'liên hệ kiến thức với thực tế',
    'đọc kĩ kênh hình trong sách',
  ],
}

export const geography: SubjectPhrases = {
  tasks: [
    'đọc bản đồ',
    'vẽ và nhận xét biểu đồ',
    'phân tích bảng số liệu',
    'giải thích mối quan hệ giữa tự nhiên và kinh tế',
  ],
  tasksOfGrade: {
    10: ['giải thích sự phân bố khí hậu trên Trái Đất'],
    11: ['phân tích đặc điểm kinh tế của các khu vực trên thế giới'],
    12: ['phân tích thế mạnh của các vùng kinh tế nước ta'],
  },
  faults: [
    'nhận xét số liệu chưa đủ ý',
    'chọn dạng biểu đồ chưa phù hợp',
    'đọc bản đồ chậm',
    'giải thích chưa rõ nguyên nhân',
  ],
  advice: [
    'khai thác bản đồ thường xuyên',
    'rèn kĩ năng vẽ biểu đồ',
    'cập nhật số liệu mới',
    'hệ thống kiến thức bằng sơ đồ',
  ],
}

export const economicsLaw: SubjectPhrases = {
  tasks: [
    'xử lí tình huống pháp luật',
    'phân tích hoạt động của thị trường',
    'liên hệ quyền và nghĩa vụ của công dân',
  ],
  tasksOfGrade: {
    10: ['lập kế hoạch tài chính cá nhân', 'nêu nội dung cơ bản của Hiến pháp'],
    11: ['giải thích cạnh tranh, cung - cầu', 'phân tích quyền bình đẳng của công dân'],
    12: ['lập kế hoạch kinh doanh', 'phân tích vấn đề hội nhập kinh tế quốc tế'],
  },
  faults: [
    'vận dụng điều luật chưa chính xác',
    'liên hệ thực tế sơ sài',
    'giải thích chưa rõ căn cứ',
    'rụt rè khi phát biểu',
  ],
  advice: [
    'tìm hiểu thêm tin tức kinh tế, pháp luật',
    'đọc kĩ tình huống trước khi trả lời',
    'nêu rõ căn cứ khi lập luận',
    'tích cực thảo luận nhóm',
  ],
}

export const upperTechnology: SubjectPhrases = {
  tasks: ['hoàn thành sản phẩm thực hành', 'vận dụng quy trình công nghệ vào thực tế'],
  tasksOfGrade: {
    10: ['vẽ kĩ thuật theo tiêu chuẩn', 'thiết kế sản phẩm đơn giản'],
    11: ['trình bày quy trình gia công cơ khí', 'mô tả cấu tạo động cơ đốt trong'],
    12: ['lắp mạch điện tử đơn giản', 'trình bày hệ thống điện quốc gia'],
  },
  faults: [
    'ghi kích thước bản vẽ chưa đúng',
    'thao tác chậm khi thực hành',
    'nắm quy trình chưa chắc',
    'báo cáo thực hành sơ sài',
  ],
  advice: [
    'tuân thủ quy trình khi thực hành',
    'rèn kĩ năng đọc bản vẽ',
    'hoàn thiện báo cáo thực hành',
    'tìm hiểu thêm ứng dụng thực tế',
  ],
}

export const music: SubjectPhrases = {
  tasks: [
    'hát đúng cao độ và trường độ',
    'thể hiện sắc thái tác phẩm',
    'đọc nhạc ở giọng Đô trưởng',
    'hòa tấu nhạc cụ cùng nhóm',
    'nhận xét tác phẩm âm nhạc',
  ],
  faults: ['hát chênh ở quãng cao', 'giữ nhịp chưa vững', 'rụt rè khi biểu diễn', 'tập nhạc cụ chưa đều'],
  advice: [
    'luyện thanh đều đặn',
    'giữ nhịp bằng máy đếm nhịp',
    'mạnh dạn biểu diễn',
    'nghe thêm dân ca và nhạc cổ điển',
  ],
}

export const fineArts: SubjectPhrases = {
  tasks: [
    'vẽ hình họa theo mẫu',
    'sử dụng màu sắc trong bố cục',
    'thiết kế sản phẩm đồ họa',
    'phân tích tác phẩm mĩ thuật',
    'tạo hình điêu khắc đơn giản',
  ],
  faults: ['dựng hình thiếu cân đối', 'phối màu chưa hài hòa', 'hoàn thiện bài chậm', 'đặt bố cục lệch'],
  advice: [
    'luyện dựng hình thường xuyên',
    'quan sát kĩ mẫu trước khi vẽ',
    'tìm hiểu thêm về hòa sắc',
    'hoàn thành bài đúng thời hạn',
  ],
}
