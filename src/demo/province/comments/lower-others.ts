import type { SubjectPhrases } from './phrases.ts'

export const lowerCivics: SubjectPhrases = {
  tasks: [
    'xử lí tình huống trong đời sống',
    'liên hệ bài học với bản thân',
    'nêu ý kiến về các hành vi đạo đức',
  ],
  tasksOfGrade: {
    6: ['nêu quyền và bổn phận của trẻ em', 'nêu cách ứng phó với tình huống nguy hiểm'],
    7: ['nêu cách phòng, chống bạo lực học đường', 'lập kế hoạch quản lí tiền của bản thân'],
    8: ['nêu việc làm bảo vệ môi trường', 'lập kế hoạch chi tiêu hợp lí'],
    9: ['quản lí thời gian học tập', 'phân biệt các loại vi phạm pháp luật'],
  },
  faults: [
    'rụt rè khi phát biểu ý kiến',
    'liên hệ thực tế sơ sài',
    'giải thích chưa rõ lí do',
    'học bài chưa đều',
  ],
  advice: [
    'mạnh dạn nêu ý kiến của mình',
    'quan tâm hơn đến các vấn đề xã hội',
    'liên hệ bài học với việc làm hằng ngày',
    'ôn bài đều đặn hơn',
  ],
}

export const lowerTechnology: SubjectPhrases = {
  tasks: ['vận dụng kiến thức vào công việc ở gia đình', 'hoàn thành sản phẩm thực hành'],
  tasksOfGrade: {
    6: ['lựa chọn và bảo quản trang phục', 'sử dụng an toàn đồ dùng điện', 'chế biến món ăn đơn giản'],
    7: ['mô tả quy trình trồng trọt', 'chăm sóc vật nuôi đúng kĩ thuật', 'nêu biện pháp bảo vệ rừng'],
    8: ['đọc bản vẽ kĩ thuật đơn giản', 'vẽ hình chiếu vuông góc', 'lắp ráp mạch điện đơn giản'],
    9: [
      'lắp đặt mạng điện trong nhà',
      'tìm hiểu nghề nghiệp phù hợp với bản thân',
      'vẽ sơ đồ lắp đặt mạch điện',
    ],
  },
  faults: [
    'thao tác thực hành vội vàng',
    'trình bày sản phẩm chưa cẩn thận',
    'quên dụng cụ học tập',
    'nắm quy trình chưa chắc',
  ],
  advice: [
    'thực hành đúng quy trình',
    'chuẩn bị dụng cụ đầy đủ',
    'chú ý an toàn khi thực hành',
    'trình bày sản phẩm cẩn thận hơn',
  ],
}

export const informatics: SubjectPhrases = {
  tasks: ['tìm kiếm thông tin trên Internet', 'sử dụng máy tính an toàn, đúng mục đích'],
  tasksOfGrade: {
    6: ['soạn thảo và định dạng văn bản', 'tạo sơ đồ tư duy trên máy tính'],
    7: ['tính toán trên bảng tính', 'tạo bài trình chiếu'],
    8: ['lập trình trực quan', 'sắp xếp, lọc dữ liệu trên bảng tính'],
    9: ['sử dụng hàm điều kiện trong bảng tính', 'biên tập video đơn giản'],
    10: ['viết chương trình Python đơn giản', 'thiết kế đồ họa cơ bản'],
    11: ['truy vấn cơ sở dữ liệu', 'phân tích yêu cầu của bài toán quản lí'],
    12: ['tạo trang web đơn giản', 'phân tích dữ liệu trên bảng tính'],
  },
  faults: [
    'thao tác chậm trên máy',
    'quên lưu bài thực hành',
    'nhầm thứ tự các bước thực hành',
    'làm việc riêng trong giờ thực hành',
  ],
  advice: [
    'thực hành trên máy nhiều hơn',
    'đọc kĩ yêu cầu của bài thực hành',
    'kiểm tra nguồn thông tin trước khi sử dụng',
    'tự luyện tập thêm ở nhà',
  ],
}

export const physicalEducation: SubjectPhrases = {
  tasks: [
    'thực hiện bài thể dục đúng nhịp',
    'phối hợp động tác chạy cự li ngắn',
    'thực hiện kĩ thuật nhảy xa',
    'chơi môn thể thao tự chọn',
    'rèn luyện sức khỏe hằng ngày',
    'phối hợp cùng đồng đội trong trò chơi vận động',
  ],
  faults: [
    'thực hiện động tác thiếu dứt khoát',
    'hạn chế về sức bền',
    'tập luyện chưa thường xuyên',
    'quên trang phục thể dục',
  ],
  advice: [
    'tập luyện đều đặn, tăng sức bền',
    'thực hiện động tác dứt khoát hơn',
    'khởi động kĩ trước khi tập',
    'mặc trang phục đúng quy định',
  ],
}

export const lowerArts: SubjectPhrases = {
  tasks: [
    'hát đúng giai điệu và sắc thái bài hát',
    'đọc nhạc theo nốt',
    'gõ đệm theo nhịp',
    'phối màu trong bài vẽ',
    'tạo sản phẩm mĩ thuật từ vật liệu sưu tầm',
    'nhận xét tác phẩm nghệ thuật',
  ],
  faults: ['hát sai nhịp ở câu khó', 'phối màu chưa hài hòa', 'nộp sản phẩm muộn', 'rụt rè khi biểu diễn'],
  advice: [
    'mạnh dạn biểu diễn trước lớp',
    'hoàn thành sản phẩm đúng hạn',
    'luyện đọc nhạc nhiều hơn',
    'chuẩn bị đủ màu vẽ và giấy',
  ],
}

export const experiential: SubjectPhrases = {
  tasks: [
    'hợp tác với bạn trong hoạt động nhóm',
    'lập kế hoạch cho hoạt động của lớp',
    'cùng lớp làm việc thiện nguyện',
    'tìm hiểu các nghề ở địa phương',
    'điều chỉnh cảm xúc trong giao tiếp',
    'giữ gìn cảnh quan trường lớp',
  ],
  faults: ['rụt rè trước đông người', 'làm việc nhóm thiếu chủ động', 'báo cáo sản phẩm sơ sài'],
  advice: [
    'chủ động nhận nhiệm vụ trong nhóm',
    'mạnh dạn chia sẻ trước lớp',
    'tham gia đầy đủ các hoạt động',
    'tự đánh giá sau mỗi hoạt động',
  ],
}

export const localEducation: SubjectPhrases = {
  tasks: [
    'giới thiệu di tích và lễ hội của quê hương',
    'tìm hiểu làng nghề truyền thống ở địa phương',
    'sưu tầm dân ca của quê hương',
    'trình bày đặc điểm tự nhiên của địa phương',
    'đề xuất việc làm bảo vệ môi trường ở nơi mình sống',
  ],
  faults: [
    'làm sản phẩm tìm hiểu sơ sài',
    'nộp bài chậm',
    'trình bày thiếu hình ảnh minh họa',
    'ghi chép tư liệu chưa đầy đủ',
  ],
  advice: [
    'sưu tầm thêm tư liệu ở địa phương',
    'trình bày sản phẩm sinh động hơn',
    'hỏi thêm người lớn tuổi về truyền thống quê hương',
    'nộp sản phẩm đúng thời hạn',
  ],
}
