export const setup = { title: 'School year' }
