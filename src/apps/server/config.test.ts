import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('the environment', () => {
  it('may say nothing: then it is the demonstration, for this machine alone', () => {
    const usual = {
      dataFolder: 'du-lieu',
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080/',
      secondDatum: 'birth-date-and-last-four',
      trustProxy: false,
      oneTimeCodesFor: [],
      digestHour: 6,
      demonstration: true,
    }
    expect(readConfig({})).toEqual(usual)
    expect(readConfig({ HOCBA_PORT: ' ', HOCBA_DATABASE_URL: '' })).toEqual(usual)
  })

  it('may say everything', () => {
    const key = Buffer.alloc(32, 1)
    expect(
      readConfig({
        HOCBA_DATABASE_URL: 'postgres://a@b/c',
        HOCBA_DATA: '/srv/hocba',
        HOCBA_TRUST: '/srv/tin-cay',
        HOCBA_KEYS: '/srv/khoa',
        HOCBA_HOST: '0.0.0.0',
        HOCBA_PORT: '80',
        HOCBA_PUBLIC_URL: 'https://tracuu.example/',
        HOCBA_SECOND_DATUM: 'birth-date',
        HOCBA_TRUST_PROXY: '10.0.0.0/8, ::1',
        HOCBA_LINK_KEY: key.toString('base64'),
        HOCBA_DIGEST_HOUR: '17',
        HOCBA_SMTP_URL: 'smtps://hocba:x@mail.example:465',
        HOCBA_MAIL_FROM: 'Học bạ số <hocba@mail.example>',
        HOCBA_DEMO: '1',
      }),
    ).toEqual({
      databaseUrl: 'postgres://a@b/c',
      dataFolder: '/srv/hocba',
      trustFolder: '/srv/tin-cay',
      keyFolder: '/srv/khoa',
      host: '0.0.0.0',
      port: 80,
      publicUrl: 'https://tracuu.example/',
      secondDatum: 'birth-date',
      trustProxy: '10.0.0.0/8, ::1',
      linkKey: key,
      oneTimeCodesFor: [],
      digestHour: 17,
      mail: { url: 'smtps://hocba:x@mail.example:465', from: 'Học bạ số <hocba@mail.example>' },
      demonstration: true,
    })
  })

  it('never fills a database of the field, or one with trust of its own, unless told', () => {
    expect(readConfig({ HOCBA_DATABASE_URL: 'postgres://a@b/c' }).demonstration).toBe(false)
    expect(readConfig({ HOCBA_TRUST: 'x' }).demonstration).toBe(false)
    expect(readConfig({ HOCBA_KEYS: 'x' }).demonstration).toBe(false)
    expect(readConfig({ HOCBA_DEMO: '0' }).demonstration).toBe(false)
  })

  it.each([
    ['HOCBA_DIGEST_HOUR', '24'],
    ['HOCBA_DIGEST_HOUR', 'sáng'],
    ['HOCBA_SMTP_URL', 'https://mail.example'],
    ['HOCBA_PORT', '65536'],
    ['HOCBA_PORT', '-1'],
    ['HOCBA_PORT', 'http'],
    ['HOCBA_SECOND_DATUM', 'name'],
    ['HOCBA_TRUST_PROXY', 'true'],
    ['HOCBA_TRUST_PROXY', '10.0.0.0/8/8'],
    ['HOCBA_LINK_KEY', 'c2hvcnQ='],
    ['HOCBA_PUBLIC_URL', 'https://tracuu.example'],
    ['HOCBA_PUBLIC_URL', 'ftp://tracuu.example/'],
    ['HOCBA_DEMO', 'yes'],
  ])('is refused by name where %s is %s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })
})
