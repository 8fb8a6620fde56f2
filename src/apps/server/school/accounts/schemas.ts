import { Type, type Static } from 'typebox'
import { roles } from '../../../../accounts/index.ts'
import { educationLevels } from '../../../../shared/education-level.ts'
import { opaqueCodePattern, staffCodePattern, textLimits } from '../../../../shared/limits.ts'
import { Named } from '../../schemas/shared.ts'

const Words = <const W extends readonly string[]>(words: W) =>
  Type.Unsafe<W[number]>({ type: 'string', enum: [...words] })

export const RoleSchema = Words(roles)
export const LevelSchema = Words(educationLevels)
const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()])

/** Something to read, without signs that steer a terminal or that a database does not keep. */
const visible = '^(?=.*\\S)[^\\p{Cc}]*$'
export const line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: visible })
/** What is searched for: the same, or nothing. */
export const SearchText = Type.String({ maxLength: 100, pattern: '^[^\\p{Cc}]*$' })

const Name = line(textLimits.name)
const Username = line(60)
export const Password = Type.String({ minLength: 1, maxLength: 400 })
export const OneTimeCode = Type.String({ pattern: '^\\d{6}$' })
const Code = Type.String({ pattern: `^${opaqueCodePattern}$` })
const StaffCode = Type.String({ pattern: `^${staffCodePattern}$` })
const YearText = Type.String({ pattern: '^\\d{4}-\\d{4}$' })
export const ActivationCode = Type.String({ minLength: 8, maxLength: 40 })

/** GET /api/v1/me. */
export const MeSchema = Named(
  'Me',
  {
    account: Type.Object({
      accountId: Type.String(),
      username: Type.String(),
      fullName: Type.String(),
      hasOneTimeCodes: Type.Boolean(),
      needsOneTimeCodes: Type.Boolean({ description: 'What one is at a school asks for them.' }),
    }),
    session: Type.Object({ sessionId: Type.String(), expiresAt: Type.String({ format: 'date-time' }) }),
    memberships: Type.Array(
      Type.Object({
        schoolCode: Type.String(),
        schoolName: Type.String(),
        isAdministrator: Type.Boolean(),
        staffCode: Nullable(Type.String()),
        mustSetUpOneTimeCodes: Type.Boolean(),
        years: Type.Array(
          Type.Object({
            schoolYear: Type.String(),
            level: LevelSchema,
            roles: Type.Array(RoleSchema),
          }),
        ),
      }),
    ),
  },
  'Who is signed in, and what they are at which schools, years newest first.',
)
export type MeAnswer = Static<typeof MeSchema>

export const SignInSchema = Type.Object(
  { username: Username, password: Password, oneTimeCode: Type.Optional(OneTimeCode) },
  { additionalProperties: false },
)

export const SetUpSchema = Type.Object(
  {
    setUpCode: ActivationCode,
    school: Type.Object(
      {
        code: Code,
        name: line(textLimits.phrase),
        level: LevelSchema,
        wardCode: Code,
        wardName: Name,
        provinceCode: Code,
        provinceName: Name,
        signingPlace: line(textLimits.short),
      },
      { additionalProperties: false },
    ),
    schoolYear: YearText,
    administrator: Type.Object(
      { fullName: Name, username: Username, password: Password },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export type SetUpRequest = Static<typeof SetUpSchema>

export const SessionsSchema = Type.Object({
  sessions: Type.Array(
    Type.Object({
      sessionId: Type.String(),
      startedAt: Type.String({ format: 'date-time' }),
      lastSeenAt: Type.String({ format: 'date-time' }),
      device: Type.String(),
      isCurrent: Type.Boolean(),
    }),
  ),
})

/** One member of the school's staff or its administrator, with an account. */
export const AccountSchema = Named('Account', {
  accountId: Type.String(),
  username: Type.String({ description: 'Empty of a guest.' }),
  fullName: Type.String(),
  isGuest: Type.Boolean({
    description:
      'Works here with the account of another school, which alone renews it; nothing of it is told but the name.',
  }),
  staffCode: Nullable(Type.String()),
  isAdministrator: Type.Boolean(),
  state: Words(['invited', 'active', 'suspended'] as const),
  hasOneTimeCodes: Type.Boolean(),
  lastSignInAt: Nullable(Type.String({ format: 'date-time' })),
  roles: Type.Array(RoleSchema),
})
export type AccountAnswer = Static<typeof AccountSchema>

export const NewAccountSchema = Type.Object(
  {
    fullName: Name,
    username: Username,
    staffCode: Nullable(StaffCode),
    isAdministrator: Type.Boolean(),
  },
  { additionalProperties: false },
)

export const AccountChangeSchema = Type.Object(
  {
    isAdministrator: Type.Optional(Type.Boolean()),
    state: Type.Optional(Words(['active', 'suspended'] as const)),
    staffCode: Type.Optional(Nullable(StaffCode)),
  },
  { additionalProperties: false },
)

export const SchoolParams = Type.Object({ schoolCode: Type.String({ minLength: 1, maxLength: 20 }) })
export const AccountParams = Type.Object({
  schoolCode: Type.String({ minLength: 1, maxLength: 20 }),
  accountId: Type.String({ format: 'uuid' }),
})
