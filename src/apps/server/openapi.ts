import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'

/** How the API is described; only routes with a tag belong to it, pages do not. */
export const openApiOptions: FastifyDynamicSwaggerOptions = {
  hideUntagged: true,
  refResolver: {
    buildLocalReference: ({ $id }, _base, _fragment, index) =>
      typeof $id === 'string' ? $id : `schema-${index}`,
  },
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Học bạ số',
      version: '1',
      description:
        'Looks report books up by code and verifies files; sets school years up and keeps their gradebooks. Errors are RFC 9457 problems, described at /api/docs/problems.',
    },
    tags: [
      { name: 'lookup', description: 'Tra cứu, xác thực' },
      { name: 'account', description: 'Tài khoản, phiên làm việc' },
      { name: 'set-up', description: 'Thiết lập năm học' },
      { name: 'gradebook', description: 'Sổ theo dõi và đánh giá học sinh' },
      { name: 'papers', description: 'Bản in, tệp Excel' },
      { name: 'books', description: 'Từ kết quả đến học bạ đã phát hành' },
      { name: 'notices', description: 'Thông báo, báo sự cố' },
      { name: 'operation', description: 'Vận hành' },
    ],
  },
}
