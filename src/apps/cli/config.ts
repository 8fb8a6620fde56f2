/** What the environment says: the only place of the command that reads it. Named as the server's settings. */
export interface Config {
  /** HOCBA_DATABASE_URL: any PostgreSQL from 15 on, in place of the embedded one. */
  readonly databaseUrl?: string
  /** HOCBA_DATA: holds the issued files, the demonstration's authorities, and the embedded database. */
  readonly dataFolder: string
  /** HOCBA_PUBLIC_URL, or the server of this machine at HOCBA_PORT: where the QR codes lead. */
  readonly publicUrl: string
}

/** Reads the environment; an empty setting is none. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const read = (name: string): string | undefined => {
    const text = environment[name]?.trim()
    return text === '' ? undefined : text
  }
  const databaseUrl = read('HOCBA_DATABASE_URL')
  return {
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    dataFolder: read('HOCBA_DATA') ?? 'du-lieu',
    publicUrl: read('HOCBA_PUBLIC_URL') ?? `http://127.0.0.1:${read('HOCBA_PORT') ?? '8080'}/`,
  }
}
