/** What a person sees at an address that is not there. */
export const notFoundPage = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Không có trang này</title><link rel="stylesheet" href="/api/docs/page.css"></head>
<body><main>
<h1>Không có trang này</h1>
<p>Địa chỉ có thể bị gõ sai hoặc bị cắt. <a href="/">Về trang tra cứu học bạ</a></p>
</main></body>
</html>
`
