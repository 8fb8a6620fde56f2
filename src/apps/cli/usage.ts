/** What `hocba --help` says. */
export const usage = `hocba – học bạ số, từ sổ điểm đến hồ sơ đã niêm phong mà ai cũng kiểm tra được

  hocba start                             chạy thử cả chuỗi với một tỉnh giả định, kết quả ở ./ket-qua
  hocba template TỆP.xlsx --level CẤP     sổ trống của một trường (primary, lower-secondary, upper-secondary)
  hocba issue SỔ.xlsx… --out THƯ-MỤC      đánh giá, ký, niêm phong; --check chỉ kiểm tra, không ký
  hocba demo --out THƯ-MỤC                tạo một tỉnh giả định; --students SỐ, --seed SỐ
  hocba verify TỆP… --trust THƯ-MỤC       kiểm tra thật giả; --at THỜI-ĐIỂM, --offline, --json
  hocba evaluate [TỆP]                    kết luận theo thông tư, mỗi dòng một học sinh (NDJSON)

Mã thoát: 0 xong; verify: 0 đạt, 1 có tệp không đạt, 2 có tệp chưa kết luận được; 64 gọi sai cách.`
