export const setup = { title: 'Năm học' }
