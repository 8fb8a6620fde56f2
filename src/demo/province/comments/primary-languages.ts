import type { Grade } from '../../../shared/education-level.ts'
import type { PrimaryPhrases } from './phrases.ts'

const vietnameseBeginners: PrimaryPhrases = {
  well: [
    'đọc to, rõ ràng, đúng tốc độ',
    'viết đúng mẫu chữ, nét đều',
    'nghe viết đúng chính tả',
    'trả lời tốt câu hỏi về bài đọc',
    'nói thành câu trọn vẹn, mạnh dạn',
    'nắm chắc các âm, vần đã học',
  ],
  fine: [
    'đọc được bài, phát âm khá rõ',
    'viết được chữ theo mẫu',
    'nhìn chép đúng đoạn văn ngắn',
    'hiểu nội dung bài đọc khi được gợi ý',
    'nói được câu ngắn theo tranh',
  ],
  poor: ['đọc còn phải đánh vần nhiều tiếng', 'viết sai nhiều lỗi chính tả', 'chưa nhớ hết các vần đã học'],
  needs: [
    'luyện đọc trơn ở nhà mỗi ngày',
    'rèn chữ viết cho đều nét',
    'phân biệt các vần dễ lẫn',
    'mạnh dạn hơn khi nói trước lớp',
  ],
}

const vietnameseMiddle: PrimaryPhrases = {
  well: [
    'đọc lưu loát, ngắt nghỉ hơi đúng chỗ',
    'viết đoạn văn rõ ý, câu đúng ngữ pháp',
    'kể chuyện tự nhiên, hấp dẫn',
    'viết sạch đẹp, đúng chính tả',
    'có vốn từ phong phú, biết đặt câu hay',
    'hiểu bài đọc, trả lời đúng trọng tâm',
  ],
  fine: [
    'đọc khá trôi chảy',
    'viết được đoạn văn ngắn theo gợi ý',
    'kể lại được câu chuyện đã học',
    'viết chữ tương đối rõ ràng',
    'trả lời được các câu hỏi về bài đọc',
  ],
  poor: ['đọc còn ngắc ngứ', 'viết đoạn văn chưa đủ ý', 'viết sai nhiều lỗi chính tả'],
  needs: [
    'luyện đọc đúng tốc độ',
    'viết câu đủ ý, đúng dấu câu',
    'rèn chữ viết cẩn thận hơn',
    'đọc thêm truyện, mở rộng vốn từ',
  ],
}

const vietnameseSenior: PrimaryPhrases = {
  well: [
    'đọc diễn cảm, hiểu sâu nội dung bài',
    'viết bài văn có bố cục rõ ràng, giàu hình ảnh',
    'dùng từ, đặt câu chính xác',
    'biết dùng biện pháp so sánh, nhân hóa khi viết',
    'trình bày ý kiến mạch lạc, tự tin',
    'viết chữ đẹp, trình bày sạch sẽ',
  ],
  fine: [
    'đọc khá trôi chảy, hiểu nội dung chính của bài',
    'viết được bài văn đủ ba phần',
    'đặt câu đúng ngữ pháp',
    'tìm được ý chính của đoạn văn',
    'nêu được ý kiến của mình khi thảo luận',
  ],
  poor: ['viết bài văn sơ sài, thiếu ý', 'đọc chậm, chưa hiểu nội dung bài', 'dùng từ, đặt câu sai nhiều'],
  needs: [
    'viết câu văn có hình ảnh hơn',
    'lập dàn ý trước khi viết bài',
    'luyện đọc diễn cảm',
    'chú ý lỗi chính tả khi viết bài',
  ],
}

/** Tiếng Việt, as grades 1, 2-3 and 4-5 learn it. */
export const vietnamese = (grade: Grade): PrimaryPhrases => {
  if (grade === 1) return vietnameseBeginners
  return grade <= 3 ? vietnameseMiddle : vietnameseSenior
}

const englishBeginners: PrimaryPhrases = {
  well: [
    'nghe và nhắc lại từ chính xác',
    'nhớ tốt các từ vựng đã học',
    'hát và chơi trò chơi tiếng Anh rất hào hứng',
    'phát âm rõ, bắt chước giọng điệu tốt',
    'mạnh dạn chào hỏi bằng tiếng Anh',
  ],
  fine: [
    'nghe hiểu các câu lệnh đơn giản',
    'nói được một số từ về đồ vật quen thuộc',
    'tham gia trò chơi tiếng Anh cùng bạn',
    'nhắc lại được các từ mới',
    'nhận ra chữ cái và con số bằng tiếng Anh',
  ],
  poor: ['chưa nhớ các từ đã học', 'ngại nói tiếng Anh'],
  needs: ['nghe thêm bài hát tiếng Anh ở nhà', 'mạnh dạn nhắc lại theo cô', 'ôn từ vựng mỗi ngày'],
}

const englishOlder: PrimaryPhrases = {
  well: [
    'nghe nói tốt, phát âm chuẩn',
    'nhớ từ vựng và mẫu câu rất chắc',
    'giao tiếp tự tin theo chủ đề đã học',
    'đọc hiểu tốt các đoạn văn ngắn',
    'viết câu đúng ngữ pháp',
  ],
  fine: [
    'nghe hiểu được các câu quen thuộc',
    'nhớ được phần lớn từ vựng đã học',
    'nói được theo mẫu câu',
    'đọc hiểu được đoạn văn ngắn khi có gợi ý',
  ],
  poor: ['chưa nhớ được nhiều từ vựng', 'nghe chưa hiểu các câu đơn giản', 'viết sai nhiều mẫu câu đã học'],
  needs: [
    'luyện nói nhiều hơn',
    'học thuộc từ vựng theo chủ đề',
    'luyện nghe ở nhà',
    'chú ý phát âm âm cuối',
  ],
}

export const primaryEnglish = (grade: Grade): PrimaryPhrases => (grade <= 2 ? englishBeginners : englishOlder)

export const thaiLanguage: PrimaryPhrases = {
  well: [
    'đọc và viết tốt chữ Thái',
    'hát được dân ca Thái bằng tiếng mẹ đẻ',
    'kể chuyện bằng tiếng Thái tự nhiên',
    'giới thiệu được phong tục của bản bằng tiếng Thái',
  ],
  fine: [
    'đọc được bài ngắn bằng chữ Thái',
    'viết đúng các con chữ đã học',
    'nghe hiểu chuyện kể bằng tiếng Thái',
  ],
  poor: ['chưa nhớ hết các con chữ Thái', 'đọc chữ Thái còn chậm'],
  needs: ['luyện viết chữ Thái đều nét hơn', 'tập kể chuyện cùng ông bà', 'đọc thêm bài trong sách'],
}
