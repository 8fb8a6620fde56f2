/** What `hocba --help` says. */
export const usage = `hocba – học bạ số, từ sổ điểm đến hồ sơ đã niêm phong mà ai cũng kiểm tra được

  hocba start                             cổng tra cứu và API trên máy này, lần đầu với một tỉnh giả định;
                                          đặt bằng HOCBA_DATA, HOCBA_PORT, HOCBA_DATABASE_URL…
  hocba template TỆP.xlsx --level CẤP     sổ trống của một trường (primary, lower-secondary, upper-secondary)
  hocba import SỔ.xlsx                    đưa sổ của một năm học vào cơ sở dữ liệu; --data, --database, --check
  hocba issue --school MÃ --year NĂM-HỌC  phát hành từ cơ sở dữ liệu và ghi vào CSDL học bạ, gọi lại thì làm tiếp;
                                          --level, --data, --database, --check, --verify-url; --out chỉ ra thư mục
  hocba issue SỔ.xlsx… --out THƯ-MỤC      từ sổ: đánh giá, ký, niêm phong, dựng bản PDF; --check chỉ kiểm tra,
                                          không ký, --no-pdf không dựng PDF, --verify-url ĐỊA-CHỈ cho mã QR
  hocba demo --out THƯ-MỤC                tạo một tỉnh giả định; --students SỐ, --seed SỐ, --no-pdf, --verify-url
  hocba compile MÃ… --from THƯ-MỤC --out NƠI  học bạ qua các năm trong một PDF; --trust, --offline
  hocba verify TỆP… --trust THƯ-MỤC       kiểm tra thật giả của XML và PDF; --at THỜI-ĐIỂM, --offline, --json
  hocba evaluate [TỆP]                    kết luận theo thông tư, mỗi dòng một học sinh (NDJSON)

Mã thoát: 0 xong; verify: 0 đạt, 1 có tệp không đạt, 2 có tệp chưa kết luận được; 64 gọi sai cách.`
