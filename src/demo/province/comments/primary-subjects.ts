import type { Grade } from '../../../shared/education-level.ts'
import type { PrimaryPhrases } from './phrases.ts'

const mathematicsNeeds = [
  'tính toán cẩn thận hơn',
  'đọc kĩ đề trước khi giải',
  'kiểm tra lại kết quả sau khi làm bài',
  'luyện thêm giải toán có lời văn',
]

const mathematicsByGrade: Partial<Record<Grade, Omit<PrimaryPhrases, 'needs'>>> = {
  1: {
    well: [
      'đếm, đọc, viết tốt các số đến 100',
      'cộng, trừ nhanh và đúng',
      'nhận biết tốt các hình đã học',
      'so sánh số chính xác',
      'nêu phép tính phù hợp với tranh rất nhanh',
    ],
    fine: [
      'đọc, viết được các số đến 100',
      'cộng, trừ được trong phạm vi đã học',
      'nhận biết được hình vuông, hình tròn',
      'xem được giờ đúng trên đồng hồ',
      'so sánh được các số có hai chữ số',
    ],
    poor: ['cộng, trừ còn nhầm lẫn nhiều', 'chưa thuộc thứ tự các số'],
  },
  2: {
    well: [
      'thuộc bảng nhân, bảng chia 2 và 5',
      'cộng, trừ có nhớ thành thạo',
      'giải tốt bài toán có lời văn',
      'đo độ dài và xem đồng hồ chính xác',
      'tính nhẩm nhanh',
    ],
    fine: [
      'cộng, trừ được các số trong phạm vi 1000',
      'thuộc bảng nhân 2',
      'giải được bài toán một bước tính',
      'nhận biết được khối trụ, khối cầu',
      'xem được đồng hồ khi kim phút chỉ số 3, số 6',
    ],
    poor: ['cộng, trừ có nhớ còn sai nhiều', 'chưa thuộc bảng nhân 2 và 5'],
  },
  3: {
    well: [
      'thuộc các bảng nhân, chia',
      'tính nhẩm nhanh, chính xác',
      'giải tốt bài toán bằng hai bước tính',
      'đọc bảng số liệu thành thạo',
      'so sánh và làm tròn số chính xác',
    ],
    fine: [
      'thuộc phần lớn bảng nhân, chia',
      'tính được chu vi hình chữ nhật, hình vuông',
      'nhân, chia được với số có một chữ số',
      'giải được bài toán một bước tính',
      'nhận biết được góc vuông',
    ],
    poor: ['chưa thuộc bảng nhân, chia', 'nhân, chia số có nhiều chữ số sai nhiều'],
  },
  4: {
    well: [
      'tính toán thành thạo với phân số',
      'giải tốt bài toán tìm hai số khi biết tổng và hiệu',
      'ước lượng và tính nhẩm tốt',
      'nhận biết nhanh quan hệ song song, vuông góc',
      'đọc và phân tích tốt biểu đồ cột',
    ],
    fine: [
      'cộng, trừ được phân số',
      'chia được cho số có hai chữ số',
      'nhận biết được các góc và hình đã học',
      'đọc được số đến lớp triệu',
      'giải được bài toán tìm số trung bình cộng',
    ],
    poor: ['thực hiện phép tính với phân số sai nhiều', 'chia cho số có hai chữ số chưa đúng'],
  },
  5: {
    well: [
      'tính toán thành thạo với số thập phân',
      'giải tốt bài toán về tỉ số phần trăm',
      'vận dụng tốt công thức tính diện tích, thể tích',
      'giải bài toán chuyển động đều nhanh, gọn',
      'đọc biểu đồ hình quạt chính xác',
    ],
    fine: [
      'cộng, trừ, nhân được số thập phân',
      'tính được diện tích hình tam giác, hình thang',
      'giải được bài toán chuyển động đơn giản',
      'đổi được các đơn vị đo quen thuộc',
      'so sánh được các số thập phân',
    ],
    poor: ['chia số thập phân sai nhiều', 'chưa giải được bài toán về tỉ số phần trăm'],
  },
}

export const primaryMathematics = (grade: Grade): PrimaryPhrases => {
  const phrases = mathematicsByGrade[grade]
  if (phrases === undefined) throw new Error(`no mathematics phrases for grade ${grade}`)
  return { ...phrases, needs: mathematicsNeeds }
}

export const primaryHistoryGeography: PrimaryPhrases = {
  well: [
    'kể lại tốt các câu chuyện lịch sử',
    'đọc bản đồ, lược đồ thành thạo',
    'nhớ chắc các sự kiện và nhân vật lịch sử',
    'giới thiệu hay về cảnh đẹp quê hương',
    'so sánh tốt đặc điểm các vùng',
  ],
  fine: [
    'nêu được các sự kiện lịch sử đã học',
    'chỉ được vị trí trên bản đồ',
    'biết một số đặc điểm thiên nhiên của các vùng',
    'kể được một vài nhân vật lịch sử',
    'nêu được nét văn hóa của địa phương',
  ],
  poor: ['chưa nhớ các sự kiện đã học', 'chưa biết sử dụng bản đồ'],
  needs: ['đọc thêm truyện lịch sử', 'quan sát bản đồ kĩ hơn', 'ghi nhớ mốc thời gian bằng sơ đồ'],
}

export const primaryScience: PrimaryPhrases = {
  well: [
    'giải thích tốt các hiện tượng gần gũi',
    'làm thí nghiệm khéo léo, biết rút ra kết luận',
    'nắm chắc kiến thức về thực vật, động vật',
    'hay tìm tòi, đặt câu hỏi khoa học',
    'ghi chép quan sát đầy đủ, rõ ràng',
  ],
  fine: [
    'nêu được kiến thức cơ bản của bài',
    'làm được thí nghiệm theo hướng dẫn',
    'biết giữ gìn vệ sinh và sức khỏe',
    'kể được ví dụ về hiện tượng đã học',
    'nhận biết được các chất quen thuộc',
  ],
  poor: ['chưa nắm được kiến thức cơ bản', 'chưa giải thích được hiện tượng đơn giản'],
  needs: ['quan sát thực tế nhiều hơn', 'ghi chép kết quả thí nghiệm', 'liên hệ bài học với đời sống'],
}

export const primaryInformatics: PrimaryPhrases = {
  well: [
    'sử dụng máy tính thành thạo, an toàn',
    'gõ văn bản nhanh và đúng',
    'tạo bài trình chiếu đẹp',
    'sắp xếp tệp và thư mục gọn gàng',
    'biết tìm thông tin phù hợp trên Internet',
  ],
  fine: [
    'biết mở, lưu tệp',
    'gõ được đoạn văn bản ngắn',
    'thực hành được theo hướng dẫn',
    'biết dùng phần mềm học tập đơn giản',
    'nhận biết được các bộ phận của máy tính',
  ],
  poor: ['còn lúng túng khi dùng chuột và bàn phím', 'chưa tự lưu được bài'],
  needs: ['luyện gõ bàn phím đúng cách', 'thực hành thêm trên máy', 'ghi nhớ các bước thực hành'],
}

export const primaryTechnology: PrimaryPhrases = {
  well: [
    'khéo tay, làm sản phẩm đẹp và sáng tạo',
    'sử dụng đồ dùng công nghệ an toàn',
    'thực hành đúng quy trình',
    'biết cải tiến sản phẩm cho đẹp hơn',
    'nắm chắc cách dùng đồ dùng công nghệ trong nhà',
  ],
  fine: [
    'làm được sản phẩm theo mẫu',
    'biết sử dụng dụng cụ đơn giản',
    'nêu được các bước thực hành',
    'biết giữ an toàn khi dùng kéo, hồ dán',
    'kể được một số đồ dùng công nghệ',
  ],
  poor: ['chưa hoàn thành sản phẩm', 'chưa biết dùng dụng cụ đúng cách'],
  needs: ['làm sản phẩm cẩn thận hơn', 'chú ý an toàn khi thực hành', 'chuẩn bị đủ đồ dùng'],
}

export const ethics: PrimaryPhrases = {
  well: [
    'lễ phép, biết quan tâm giúp đỡ mọi người',
    'xử lí tình huống hợp lí',
    'có hành vi và thói quen tốt',
    'biết giữ lời hứa, thật thà với mọi người',
    'tự giác thực hiện nội quy của lớp',
  ],
  fine: [
    'biết chào hỏi, vâng lời thầy cô',
    'nêu được việc nên làm và không nên làm',
    'biết giữ gìn đồ dùng',
    'biết nói lời cảm ơn, xin lỗi',
    'thực hiện được nội quy của lớp khi có nhắc nhở',
  ],
  poor: ['chưa thực hiện tốt các hành vi đã học', 'hay làm việc riêng trong giờ'],
  needs: ['mạnh dạn nêu ý kiến', 'thực hiện việc tốt đều đặn hơn', 'biết lắng nghe khi bạn nói'],
}

export const natureSociety: PrimaryPhrases = {
  well: [
    'ham tìm hiểu thế giới xung quanh',
    'quan sát tinh tế, mô tả rõ ràng',
    'biết chăm sóc và bảo vệ sức khỏe',
    'hay đặt câu hỏi thú vị về cây cối, con vật',
    'vẽ được sơ đồ đẹp và đúng về gia đình, trường học',
  ],
  fine: [
    'kể được về gia đình, trường học',
    'nêu được tên một số cây và con vật',
    'biết giữ an toàn khi đi đường',
    'biết giữ vệ sinh cá nhân',
    'nhận biết được các bộ phận của cơ thể',
  ],
  poor: ['chưa nhớ nội dung các bài đã học', 'chưa tập trung khi quan sát'],
  needs: ['quan sát cây cối, con vật quanh nhà', 'mạnh dạn đặt câu hỏi', 'chia sẻ nhiều hơn với bạn'],
}

export const primaryPhysicalEducation: PrimaryPhrases = {
  well: [
    'thực hiện động tác đúng và đẹp',
    'nhanh nhẹn, tích cực luyện tập',
    'chơi trò chơi vận động rất tốt',
    'phối hợp nhịp nhàng các động tác',
    'khỏe mạnh, bền bỉ khi luyện tập',
  ],
  fine: [
    'thực hiện được các động tác cơ bản',
    'tham gia trò chơi đúng luật',
    'có ý thức luyện tập',
    'biết tập hợp đúng hàng lối',
    'thuộc bài thể dục',
  ],
  poor: ['chưa thực hiện được động tác cơ bản', 'chưa tích cực luyện tập'],
  needs: ['tập luyện thường xuyên hơn', 'thực hiện động tác dứt khoát', 'giữ đúng hàng lối'],
}

export const primaryMusic: PrimaryPhrases = {
  well: [
    'hát hay, đúng giai điệu',
    'biểu diễn tự nhiên, tự tin',
    'cảm thụ âm nhạc tốt',
    'gõ đệm theo nhịp rất vững',
    'đọc nhạc tốt, giọng hát trong trẻo',
  ],
  fine: [
    'thuộc lời bài hát',
    'hát kết hợp gõ đệm được',
    'biết vận động theo nhạc',
    'hát đúng lời ca',
    'biết lắng nghe và nhận ra giai điệu quen thuộc',
  ],
  poor: ['chưa thuộc lời bài hát', 'hát chưa đúng nhịp'],
  needs: ['mạnh dạn khi biểu diễn', 'hát rõ lời hơn', 'luyện gõ đệm đúng nhịp'],
}

export const primaryFineArts: PrimaryPhrases = {
  well: [
    'vẽ đẹp, màu sắc hài hòa',
    'có trí tưởng tượng phong phú',
    'sáng tạo khi làm sản phẩm, biết chia sẻ ý tưởng',
    'sắp xếp hình ảnh cân đối, sinh động',
    'tạo hình khéo léo từ vật liệu đơn giản',
  ],
  fine: [
    'vẽ được tranh theo chủ đề',
    'biết phối hợp màu sắc',
    'hoàn thành sản phẩm cùng nhóm',
    'nặn, xé dán được hình đơn giản',
    'nêu được cảm nhận về tranh của bạn',
  ],
  poor: ['chưa hoàn thành bài vẽ', 'chưa biết cách dùng màu'],
  needs: ['vẽ hình to, rõ hơn', 'tô màu cẩn thận', 'mạnh dạn sáng tạo'],
}

export const primaryExperiential: PrimaryPhrases = {
  well: [
    'tích cực tham gia các hoạt động',
    'biết hợp tác và chia sẻ với bạn',
    'tự tin giới thiệu sản phẩm của nhóm',
    'có nhiều ý tưởng cho hoạt động của lớp',
    'biết giữ gìn và làm đẹp trường lớp',
  ],
  fine: [
    'tham gia đầy đủ hoạt động của lớp',
    'biết làm việc nhóm',
    'biết tự phục vụ bản thân',
    'biết giới thiệu về mình và gia đình',
    'biết cùng bạn trang trí lớp học',
  ],
  poor: ['ít tham gia hoạt động chung', 'chưa biết hợp tác với bạn'],
  needs: ['mạnh dạn hơn trước đông người', 'chủ động nhận việc', 'lắng nghe ý kiến của bạn'],
}
