/** Given names of children born in the 2000s and later, with the word that goes before them; sound together. */
export const boysNames = (
  'Gia Bảo,Minh Khang,Minh Quân,Đức Anh,Tuấn Kiệt,Anh Khoa,Bảo Nam,Nhật Minh,Hoàng Long,Quang Huy,Tiến Đạt,' +
  'Thành Đạt,Hải Đăng,Minh Đức,Phúc Lâm,Duy Khánh,Trung Kiên,Đăng Khôi,Việt Hoàng,Quốc Bảo,Mạnh Hùng,Xuân Phúc,' +
  'Công Minh,Đình Phong,Hữu Thắng,Gia Huy,Gia Hưng,Bảo Long,Minh Trí,Khôi Nguyên,Thiên Ân,Thái Sơn,Tuấn Anh,' +
  'Tuấn Minh,Ngọc Sơn,Văn Hiếu,Văn Nam,Văn Tú,Đình Trọng,Thế Vinh,Hoàng Anh,Hoàng Nam,Hoàng Phúc,Minh Hiếu,' +
  'Minh Hoàng,Minh Nhật,Minh Phúc,Minh Tâm,Quang Vinh,Quang Dũng,Quang Minh,Quốc Khánh,Quốc Việt,Đức Duy,Đức Huy,' +
  'Đức Mạnh,Đức Thịnh,Gia Khánh,Gia Phong,Bảo Khánh,Bảo Lâm,Anh Dũng,Anh Tuấn,Anh Quân,Chí Thanh,Chí Kiên,' +
  'Duy Anh,Duy Mạnh,Duy Tùng,Hải Nam,Hải Phong,Hữu Nghĩa,Hữu Phước,Khánh Duy,Mạnh Cường,Mạnh Quân,Nhật Nam,' +
  'Nhật Huy,Phú Trọng,Phúc An,Phúc Khang,Sỹ Nguyên,Tấn Lộc,Thanh Bình,Thanh Tùng,Thành Công,Thành Long,Thành Nam,' +
  'Thiện Nhân,Tiến Dũng,Tiến Minh,Trọng Nghĩa,Trung Hiếu,Trung Thành,Tùng Lâm,Văn Đức,Văn Hải,Văn Quyết,Văn Toàn,' +
  'Việt Anh,Việt Dũng,Vĩnh Khang,Xuân Bách,Xuân Trường,Công Vinh,Đình Khôi,Đình Nguyên,Ngọc Hải,Ngọc Minh'
).split(',')

export const girlsNames = (
  'Bảo Ngọc,Khánh Linh,Minh Anh,Ngọc Ánh,Thu Trang,Phương Thảo,Hà My,Quỳnh Chi,Gia Hân,Bảo Trâm,Thùy Dương,' +
  'Ngọc Diệp,Diệu Linh,Thanh Trúc,Yến Nhi,Tuệ Nhi,Cẩm Tú,Hồng Nhung,Hương Giang,Mai Phương,Hải Yến,Kim Ngân,' +
  'Bích Ngọc,Thảo Vy,Tường Vy,Lan Anh,Trâm Anh,Tú Anh,Phương Anh,Vân Anh,Quỳnh Anh,Mai Anh,Ngọc Hà,Thu Hà,' +
  'Ngân Hà,Minh Châu,Bảo Châu,Thanh Hằng,Thu Hiền,Khánh Huyền,Thanh Huyền,Mai Hương,Lan Hương,Thùy Linh,Hà Linh,' +
  'Phương Linh,Mỹ Linh,Cẩm Ly,Khánh Ly,Phương Mai,Thanh Mai,Trà My,Thảo My,Ánh Nguyệt,Thảo Nguyên,Minh Nguyệt,' +
  'Tâm Như,Quỳnh Như,Lan Phương,Hà Phương,Như Quỳnh,Diễm Quỳnh,Thanh Tâm,Phương Thanh,Anh Thư,Minh Thư,' +
  'Hoài Thương,Thủy Tiên,Cát Tiên,Quỳnh Trang,Huyền Trang,Thùy Trang,Minh Tuệ,Ánh Tuyết,Tố Uyên,Phương Uyên,' +
  'Thảo Vân,Hồng Vân,Khánh Vân,Hà Vy,Kiều Oanh,Kim Oanh,Bảo Hân,Ngọc Hân,Bảo An,Hoài An,Diệp Chi,Linh Chi,' +
  'Linh Đan,Thùy Chi,Kim Chi,Ngọc Huyền,Ngọc Lan,Ngọc Mai,Ngọc Minh,Thanh Ngân,Thảo Ngân,Thảo Nhi,Uyển Nhi,' +
  'Phương Nhung,Trúc Quỳnh,Bích Phương,Minh Phương,Thu Phương,Phương Trinh,Tuyết Trinh,Thanh Vân,Hạ Vy,Khánh An'
).split(',')

/** Given names of the parents' and teachers' generation. */
export const menGivenNames = (
  'Hùng,Dũng,Cường,Tuấn,Hải,Sơn,Thắng,Minh,Hòa,Bình,Nam,Long,Quang,Thành,Trung,Kiên,Hiếu,Tùng,Đức,Toàn,Phúc,Lâm,' +
  'Giang,Tiến,Chiến,Quyết,Thịnh,Vinh,Tài,Phong,Lợi,Nghĩa,Đông,Trường,Hưng,Khánh,Tâm,Tú,Huy,Việt,Tĩnh,Hào,Lộc,Thụ'
).split(',')

export const menMiddleNames = [
  ['Văn', 38],
  ['Đình', 9],
  ['Xuân', 8],
  ['Đức', 8],
  ['Quang', 7],
  ['Hữu', 6],
  ['Ngọc', 6],
  ['Mạnh', 5],
  ['Thanh', 5],
  ['Công', 4],
  ['Trọng', 4],
] as const

export const womenGivenNames = (
  'Hương,Lan,Hoa,Hà,Thủy,Hằng,Nga,Hiền,Thu,Mai,Huệ,Yến,Oanh,Nhung,Liên,Loan,Phượng,Thảo,Trang,Vân,Dung,Hạnh,' +
  'Tuyết,Xuân,Bích Ngọc,Thanh Tâm,Thanh Hà,Kim Oanh,Thu Hà,Thu Hương,Minh Nguyệt,Hồng Vân,Ngọc Lan,Bích Thủy,' +
  'Phương Thúy,Kim Dung,Hải Yến,Lệ Quyên,Quỳnh Nga,Thúy Hằng,Hoài Thu,Mỹ Hạnh,Cẩm Vân,Diệu Thúy'
).split(',')
