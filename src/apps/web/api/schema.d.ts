// Made from docs/openapi.json by npm run generate.
export interface paths {
  '/api/v1/lookups': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Look a report book up by its code
     * @description Without the second datum: the verdict and a masked name. With it: the record and links to its files. A wrong code and a wrong datum are answered alike.
     */
    post: operations['lookUpCode']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/verifications': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Verify a file
     * @description XML or PDF, as the body or as the one file of a form, up to 20 MB. The answer shows the file’s own content, and none where it is not genuine. Nothing is kept.
     */
    post: operations['verifyFile']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/files/{token}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Download a file of an opened record
     * @description The path comes with the answer that opened the record and is good for ten minutes.
     */
    get: operations['readFile']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/status': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Is the server ready? */
    get: operations['readStatus']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/set-up': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whether the server still waits for its first school */
    get: operations['getSetUp']
    put?: never
    /**
     * Found the first school of a new server
     * @description With the code that the server prints on its console while nobody has an account.
     */
    post: operations['setUp']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sessions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One’s own sessions */
    get: operations['listSessions']
    put?: never
    /**
     * Sign in; the session comes as a cookie
     * @description An unknown name and a wrong password are one answer. Where the account has one-time codes and none was sent, the problem says so.
     */
    post: operations['signIn']
    /** End all of one’s other sessions */
    delete: operations['signOutEverywhere']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/me': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who is signed in, and what they are at which schools */
    get: operations['getMe']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sessions/current': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** End the present session */
    delete: operations['signOut']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sessions/{sessionId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** End one of one’s own sessions */
    delete: operations['endSession']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/activations/look': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Whose account an activation code opens */
    post: operations['lookAtActivation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/activations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Set a password with an activation code, and sign in */
    post: operations['activate']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/me/password': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Change one’s password; other sessions end */
    put: operations['changePassword']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/me/one-time-codes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Confirm one-time codes with the first of them */
    put: operations['confirmOneTimeCodes']
    /** Begin to set up one-time codes (TOTP, RFC 6238) */
    post: operations['beginOneTimeCodes']
    /** Give one-time codes up */
    delete: operations['removeOneTimeCodes']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/me/memberships': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Take the place at another school that an activation code is for, with one’s own account
     * @description No second account is needed. The other school says what one is there; it neither renews nor sees more of the account than the name of the person.
     */
    post: operations['joinSchool']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/accounts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The school’s accounts, by given name */
    get: operations['listAccounts']
    put?: never
    /** Give somebody an account, opened by a one-time activation code */
    post: operations['addAccount']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/accounts/from-staff': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Give everybody on a year’s staff an account who has none */
    post: operations['addAccountsFromStaff']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/accounts/file': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A workbook to list new accounts in */
    get: operations['accountsTemplate']
    put?: never
    /**
     * Accounts from a workbook: a preview, or with commit=true the accounts
     * @description Columns: Họ và tên, Tên đăng nhập, Mã cán bộ, Quản trị. Nothing is written where any row is refused.
     */
    post: operations['importAccounts']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/accounts/{accountId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Change what somebody is at the school */
    patch: operations['changeAccount']
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/accounts/{accountId}/recovery': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Void password, one-time codes and sessions of somebody who lost them; with a trace */
    post: operations['recoverAccount']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/account-acts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was done to the school’s accounts, newest first */
    get: operations['listAccountActs']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The school years of a school, newest first */
    get: operations['listYears']
    put?: never
    /** Begin a school year by hand */
    post: operations['addYear']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A school year at a glance, and what is missing */
    get: operations['getYear']
    /** Change the school’s own lines of a year, and who signs as its head */
    put: operations['changeYear']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The classes of a year */
    get: operations['listClasses']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/staff': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The staff of a year, by given name; citizen ids only for those who keep the list */
    get: operations['listStaff']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/assignments': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who teaches what, class by class */
    get: operations['listAssignments']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/students': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The pupils of a year by given name, a page at a time */
    get: operations['listStudents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/workbooks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * A school’s year from its workbook: a preview, or with commit=true the change
     * @description A workbook that is not understood is answered 422 with `findings`, each with its sheet and cell. Marks are brought in only by who answers for them.
     */
    post: operations['importWorkbook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/workbook.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The year as a workbook, as importWorkbook takes it
     * @description Marks and comments are in it only for who may bring them in.
     */
    get: operations['getYearWorkbook']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/staff/{staffCode}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Add or change a member of the year’s staff */
    put: operations['saveStaff']
    post?: never
    /** Take somebody out of the year’s staff; refused while the year names them */
    delete: operations['removeStaff']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/subject-groups': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The subject groups of a year with their heads and members */
    get: operations['listSubjectGroups']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/subject-groups/{name}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Make a subject group, or give it another head */
    put: operations['saveSubjectGroup']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Add or change a class */
    put: operations['saveClass']
    post?: never
    /** Take a class out of the year; refused while it has pupils or lessons */
    delete: operations['removeClass']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/subject-plan': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The subjects of each grade with their periods a year
     * @description A grade that the school has not planned has the programme’s subjects, with version 0.
     */
    get: operations['listSubjectPlan']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/subject-plan/{grade}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Plan the subjects of one grade, as a whole */
    put: operations['saveSubjectPlan']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/assignments/{subject}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Give a lesson out, change it, or with no teacher take it back */
    put: operations['saveAssignment']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/assignments/bulk': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Give many lessons out, all of them or none */
    post: operations['saveAssignments']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/students/{studentCode}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A pupil’s profile, years before, exemptions and moves */
    get: operations['getStudent']
    /**
     * Enrol a pupil in a class, or change their profile
     * @description Without `history` the years before stay as they are.
     */
    put: operations['saveStudent']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/students/{studentCode}/moves': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Move a pupil to another class of the same grade */
    post: operations['moveStudent']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/students/{studentCode}/exemptions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** From what a pupil is exempt, as a whole */
    put: operations['saveExemptions']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/settings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Calendar, deadlines and rules of signing, each with the text it rests on
     * @description A deadline “before” a day counts until the end of that day, Asia/Ho_Chi_Minh.
     */
    get: operations['listSettings']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/settings/{name}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Decide one setting for the school’s year, with the reason */
    put: operations['saveSetting']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/roll-over/rehearsal': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Where every pupil would go next year; nothing is written */
    post: operations['rehearseRollOver']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/roll-over': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Make the next school year as it was rehearsed
     * @description Answered 409 where anything has changed since the rehearsal, 422 where the year is there already or pupils without a class are not confirmed.
     */
    post: operations['rollOver']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/work': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The sheets of whoever asks, and how far they are
     * @description Counted are the cells that are asked for by today.
     */
    get: operations['getWork']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * A sheet with its columns, pupils and cells
     * @description Of attendance the columns are the days of one month, the cells those of the whole year. Absences that are counted from single days carry why they cannot be written.
     */
    get: operations['getSheet']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}/changes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The cells of a sheet written since an instant, by whomever
     * @description Cells of the minute before may be among them: their versions tell which are news.
     */
    get: operations['listSheetChanges']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}/cells': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Write cells of a sheet
     * @description Each cell stands alone: one that somebody wrote since it was seen, or that may not be, leaves the others saved. The outcomes are in the order sent.
     */
    post: operations['saveCells']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/results': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** All that the results of a class follow from */
    get: operations['getClassResults']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}/trace': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who wrote what on a sheet, latest first */
    get: operations['getCellTrace']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/students/{studentCode}/trace': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who wrote what about one pupil, latest first */
    get: operations['getStudentTrace']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/tracking-book.pdf': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The tracking book of a class, as PDF
     * @description Made anew from what stands in the gradebook; every page says that it is not confirmed.
     */
    get: operations['getTrackingBookPdf']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/tracking-book.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The tracking book of a class, as a workbook
     * @description Made anew from what stands in the gradebook; every page says that it is not confirmed.
     */
    get: operations['getTrackingBookWorkbook']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/class-summary.pdf': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The class summary of a term, a moment or the year, as PDF
     * @description Made anew from what stands in the gradebook; every page says that it is not confirmed.
     */
    get: operations['getClassSummaryPdf']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/class-summary.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The class summary of a term, a moment or the year, as a workbook
     * @description Made anew from what stands in the gradebook; every page says that it is not confirmed.
     */
    get: operations['getClassSummaryWorkbook']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}/page.pdf': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * One sheet of the gradebook as PDF
     * @description Of attendance the month named, or every month of which a day is written down.
     */
    get: operations['getSheetPage']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}/file.xlsx': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * A sheet of the gradebook as a workbook that can be filled in and sent back
     * @description Keeps the version of each cell out of sight, so that what others write meanwhile is noticed.
     */
    get: operations['exportSheet']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}/file': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * What a workbook would bring to a sheet; nothing is written
     * @description A file of exportSheet, or any workbook whose header names pupils and columns of the sheet. Refused cells come back coloured and explained in the file itself.
     */
    post: operations['readSheetFile']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/notices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What whoever asks should know today, and the digests of the days before */
    get: operations['listNotices']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/notices/{day}/read': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Note that a day’s digest was read */
    post: operations['readNotice']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/me/mail': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The own address for the daily digest */
    get: operations['getOwnMail']
    /** Choose where the daily digest goes; without an address nowhere */
    put: operations['saveOwnMail']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/incidents': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was reported: administrators see all, others what they reported themselves */
    get: operations['listIncidents']
    put?: never
    /**
     * Report to the administrators what went wrong on a page
     * @description The same words about the same page again are the report that is still open.
     */
    post: operations['reportIncident']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/incidents/{incidentId}/answer': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Answer a report, once */
    post: operations['answerIncident']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}/confirmation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How far a sheet is with its confirmation, and what to look at before */
    get: operations['getConfirmation']
    put?: never
    /**
     * Confirm a part of a sheet: from then on it is closed
     * @description By who answers for the sheet, of exactly the cells whose digest is sent, when nothing is missing; what is odd needs words. The same again is answered as it was.
     */
    post: operations['confirmSheet']
    /** Take a confirmation back, until the class is carried over */
    delete: operations['withdrawConfirmation']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/readiness': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How far a class is on the way to its books */
    get: operations['getClassReadiness']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/covers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Confirm the profiles of a class: its covers are made, to be signed and sealed
     * @description By the homeroom teacher, at the start of the year. A profile that changed since makes a new cover.
     */
    post: operations['confirmCovers']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/carry-over': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Publish a class’s gradebook and carry it over into report books
     * @description By the homeroom teacher, when every sheet is confirmed, of exactly the cells whose digest is sent. The same again is answered as it was; after changes only what differs is made anew.
     */
    post: operations['carryOverClass']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/books': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How far the cover and the report of every pupil of a class are, and whom they wait for */
    get: operations['listClassBooks']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/books/{studentCode}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One pupil’s book: its signatures, its drafts, and what changed since whoever asks signed */
    get: operations['getBook']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}/send-backs': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Send one cell of a confirmed sheet back to who answers for it
     * @description Until it is answered that cell may be written, and nobody signs or seals the pupil’s report.
     */
    post: operations['sendBackCell']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/send-backs': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Cells sent back that concern whoever asks, open ones first
     * @description To answer, sent by them, of classes and lessons they lead; 200 at most.
     */
    get: operations['listSendBacks']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/send-backs/{sendBackId}/answer': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Answer a cell that was sent back: changed, or kept with words
     * @description A changed value is written, confirmed and carried over at once; the answer names the signatures that fell.
     */
    post: operations['answerSendBack']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/entry-orders': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Orders that open the gradebook, newest first */
    get: operations['listEntryOrders']
    put?: never
    /**
     * Open what is closed, from now until an end at most 31 days away
     * @description By the principal, or an administrator who quotes the principal’s order. Issued books stay closed.
     */
    post: operations['giveEntryOrder']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/entry-orders/{orderId}/close': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Close an order before its end */
    post: operations['closeEntryOrder']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/entry-orders/{orderId}/writings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Every cell written under an order: from what to what, by whom */
    get: operations['listOrderWritings']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/entry-orders/{orderId}/countersignature': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Confirm having looked at what was written under an order that has ended */
    post: operations['countersignEntryOrder']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/corrections': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Requests to correct issued books that concern whoever asks, open ones first */
    get: operations['listCorrections']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/corrections/preview': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** What a correction would change, and which signatures fall; writes nothing */
    post: operations['previewCorrection']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/corrections': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Request that one value of an issued book be corrected
     * @description Refused once the school’s data are locked, and where the old value is not what the book says.
     */
    post: operations['requestCorrection']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/corrections/{correctionId}/decision': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Grant or refuse a request to correct an issued book
     * @description A granted one makes the next version at once; grants of one decision number join in one version.
     */
    post: operations['decideCorrection']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/signing': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What whoever asks may sign or seal now, and what not yet */
    get: operations['getSigningPlan']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/signing/sittings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The sittings that whoever asks may look at, latest first */
    get: operations['listSittings']
    put?: never
    /**
     * Begin a sitting over what the plan showed
     * @description Refused where the plan has changed since. The same start again, while the sitting is unfinished, gives the same number.
     */
    post: operations['beginSitting']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/signing/sittings/{sittingId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How far a sitting is, and what it did not sign */
    get: operations['getSitting']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/signing/sittings/{sittingId}/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A sitting as it goes on */
    get: operations['watchSitting']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/signing/sittings/{sittingId}/pause': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Stop a sitting after the reports it is at */
    post: operations['pauseSitting']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/signing/sittings/{sittingId}/resume': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Let a paused sitting go on */
    post: operations['resumeSitting']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/progress': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * How far a year is on its way to issued books, by class, subject and teacher
     * @description A head of the school sees all of it; who heads a subject group the lessons of its members, without the books.
     */
    get: operations['getProgress']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/progress/nudges': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Remind a colleague of a sheet or a class
     * @description It stands in their notices at once and in their next digest; of the same matter once a day, whatever its words.
     */
    post: operations['sendNudge']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/receipts.pdf': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The receipts of a class’s issued books, to be cut apart and handed to the families
     * @description Of each pupil the newest issued version: how to find and check the book, and no mark of it. Refused while nothing of the class is issued.
     */
    get: operations['getReceipts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/waiting': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What waits for whoever asks: cells to answer, books to sign or to seal, decisions to take */
    get: operations['listWaiting']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /**
     * @description Genuine and in force; genuine but replaced; genuine but revoked; genuine but unknown to this registry; not genuine; could not be checked. Only the first may be relied on.
     * @enum {string}
     */
    Verdict: 'in-force' | 'replaced' | 'revoked' | 'unregistered' | 'not-genuine' | 'not-checked'
    /**
     * @description Where a version stands in the registry.
     * @enum {string}
     */
    Status: 'in-force' | 'replaced' | 'revoked'
    Finding: {
      /** @description Stable; described in docs/findings.md. */
      code: string
      /** @description The part or signature concerned; empty in masked answers. */
      at: string
      /** @description One Vietnamese sentence. */
      text: string
    }
    Check: {
      /**
       * @description What was checked, in the order in which people read it.
       * @enum {string}
       */
      name:
        | 'format'
        | 'content-rules'
        | 'teachers-signatures'
        | 'principal-signature'
        | 'school-seal'
        | 'signing-time'
        | 'certificate-status'
        | 'page-signature'
        | 'page-agreement'
        | 'registry-status'
      /**
       * @description “not-done” was not tried at all.
       * @enum {string}
       */
      outcome: 'passed' | 'failed' | 'indeterminate' | 'not-done'
      findings: components['schemas']['Finding'][]
    }
    Signature: {
      id: string
      /** @description Null for a signature that the book does not call for. */
      role: string | null
      signer: string
      /** @description As the signer claims; ISO 8601. */
      signedAt: string
      /** @description By a timestamp; null where no time is proven. */
      provenAt: string | null
      certificateSerial: string | null
      /**
       * @description Of this signature by itself.
       * @enum {string}
       */
      verdict: 'passed' | 'failed' | 'indeterminate'
    }
    /** @description RFC 9457; title and detail in Vietnamese. */
    Problem: {
      /** @description Path that describes the kind of problem; stable. */
      type: string
      title: string
      status: number
      detail?: string
      instance?: string
      /** @description Seconds. */
      retryAfter?: number
      /** @description Every place of a workbook that has to be corrected. */
      findings?: {
        sheet?: string
        /** @description As Excel names it: H6. */
        cell?: string
        /** @description What stands there. */
        value?: string
        /** @description What is wrong, and the remedy. */
        message: string
      }[]
    }
    Record: {
      student: {
        code: string
        fullName: string
        /** @description ISO date; year or year and month where no more is known. */
        birthDate: string
        gender: string
      }
      school: {
        code: string
        name: string
        province: string
      }
      schoolYear: string
      grade: number
      className: string
      version: number
      circular: string
      expectedEffectiveDate: string
      /** @description Made with demonstration keys: without legal value. */
      isDemonstration: boolean
      subjects: {
        code: string
        name: string
        /** @description Average with one decimal, or pass / not-pass. */
        term1?: string
        term2?: string
        year?: string
        /** @description After reassessment in summer. */
        reassessed?: string
        /** @description Primary: T, H or C. */
        level?: string
        /** @description Primary: the final test, 0 to 10. */
        finalScore?: number
        exemption?: string
        comment?: string
        teacher: string
      }[]
      conduct?: {
        term1?: string
        term2?: string
        year?: string
      }
      learning?: {
        term1?: string
        term2?: string
        year?: string
      }
      qualities: {
        code: string
        level: string
      }[]
      competences: {
        code: string
        level: string
      }[]
      excusedAbsences?: number
      unexcusedAbsences?: number
      /** @description promoted or retained. */
      decision: string
      award?: string
      comment?: string
      homeroomTeacher: string
      approver: string
    }
    MaskedYear: {
      verdict: components['schemas']['Verdict']
      /** @description Initials only. */
      maskedName: string
      schoolName: string
      schoolYear: string
      version: number
      history: {
        version: number
        status: components['schemas']['Status']
        /**
         * Format: date-time
         * @description Since when it stands so.
         */
        at: string
      }[]
      checks: components['schemas']['Check'][]
    }
    OpenedYear: {
      verdict: components['schemas']['Verdict']
      version: number
      /** Format: date-time */
      issuedAt: string
      history: {
        version: number
        status: components['schemas']['Status']
        /**
         * Format: date-time
         * @description Since when it stands so.
         */
        at: string
      }[]
      checks: components['schemas']['Check'][]
      signatures: components['schemas']['Signature'][]
      record: components['schemas']['Record']
      /** @description Paths on this server, good for ten minutes. */
      files: {
        xml: string
        pdf?: string
      }
    }
    FileYear: {
      verdict: components['schemas']['Verdict']
      status?: components['schemas']['Status']
      /** @description The newest version that the registry knows. */
      newestVersion?: number
      record: components['schemas']['Record']
    }
    /** @description Who is signed in, and what they are at which schools, years newest first. */
    Me: {
      account: {
        accountId: string
        username: string
        fullName: string
        hasOneTimeCodes: boolean
        /** @description What one is at a school asks for them. */
        needsOneTimeCodes: boolean
      }
      session: {
        sessionId: string
        /** Format: date-time */
        expiresAt: string
      }
      memberships: {
        schoolCode: string
        schoolName: string
        isAdministrator: boolean
        staffCode: string | null
        mustSetUpOneTimeCodes: boolean
        years: {
          schoolYear: string
          /** @enum {string} */
          level: 'primary' | 'lower-secondary' | 'upper-secondary'
          roles: (
            | 'principal'
            | 'vice-principal'
            | 'group-head'
            | 'subject-teacher'
            | 'homeroom-teacher'
            | 'clerk'
            | 'registrar'
            | 'accountant'
            | 'administrator'
          )[]
        }[]
      }[]
    }
    Account: {
      accountId: string
      /** @description Empty of a guest. */
      username: string
      fullName: string
      /** @description Works here with the account of another school, which alone renews it; nothing of it is told but the name. */
      isGuest: boolean
      staffCode: string | null
      isAdministrator: boolean
      /** @enum {string} */
      state: 'invited' | 'active' | 'suspended'
      hasOneTimeCodes: boolean
      lastSignInAt: string | null
      roles: (
        | 'principal'
        | 'vice-principal'
        | 'group-head'
        | 'subject-teacher'
        | 'homeroom-teacher'
        | 'clerk'
        | 'registrar'
        | 'accountant'
        | 'administrator'
      )[]
    }
    ClassList: {
      classes: {
        classId: string
        name: string
        grade: number
        homeroomTeacher: {
          staffCode: string
          fullName: string
        } | null
        foreignLanguage: string | null
        students: number
        subjects: number
        version: number
      }[]
    }
    StaffList: {
      staff: {
        staffCode: string
        fullName: string
        citizenId: string
        birthDate: string | null
        post: string
        subjectGroup: string | null
        hasLeft: boolean
        version: number
      }[]
    }
    AssignmentList: {
      assignments: {
        classId: string
        className: string
        subject: string
        subjectName: string
        /** @description Null of a lesson nobody has been given. */
        teacher: {
          staffCode: string
          fullName: string
        } | null
        otherTeachers: {
          staffCode: string
          fullName: string
        }[]
        periodsPerYear: number
        version: number | null
      }[]
    }
    StudentList: {
      students: {
        studentCode: string
        fullName: string
        birthDate: string
        gender: string
        classId: string
        className: string
        individualPlan: boolean
        exemptions: number
        hasCitizenId: boolean
        version: number
      }[]
      total: number
    }
    /** @description What a workbook changes in a school year; the first 500 changes one by one, what goes before what comes. */
    WorkbookImport: {
      schoolYear: string
      /** @enum {string} */
      level: 'primary' | 'lower-secondary' | 'upper-secondary'
      isSaved: boolean
      counts: {
        added: number
        changed: number
        unchanged: number
        removed: number
      }
      /** @description Marks, comments and decisions that whoever asks may not bring in. */
      leftOutCells: number
      notes: string[]
      changes: {
        table: string
        /** @enum {string} */
        kind: 'added' | 'changed' | 'removed'
        who: string
        what: string
        before: string | null
        after: string | null
      }[]
      totalChanges: number
    }
    StudentFile: {
      studentCode: string
      classId: string
      citizenId: string | null
      foreignPaper: string | null
      registerNumber: string | null
      fullName: string
      /** @enum {string} */
      gender: 'male' | 'female'
      birthDate: string
      ethnicity: string
      nationality: string
      birthPlace: string
      hometown: string | null
      address: string
      policyGroup: string | null
      father: {
        fullName: string
        occupation: string | null
      } | null
      mother: {
        fullName: string
        occupation: string | null
      } | null
      guardian: {
        fullName: string
        occupation: string | null
      } | null
      entryDate: string | null
      yearBefore: ('first' | 'paper' | 'other-system') | null
      individualPlan: boolean
      history: {
        schoolYear: string
        className: string
        schoolCode?: string
        schoolName: string
        registerNumber?: string
        entryDate?: string
      }[]
      exemptions: {
        subject: string
        /** @enum {string} */
        kind: 'exempt' | 'practice-exempt'
        reason: string | null
        decisionNumber: string | null
      }[]
      moves: {
        fromClass: string
        toClass: string
        movedOn: string
        reason: string
      }[]
      version: number
    }
    SettingList: {
      settings: {
        name: string
        title: string
        value: string | null
        /** @enum {string} */
        kind: 'date' | 'choice' | 'number' | 'flag'
        options?: {
          value: string
          name: string
        }[]
        /** @enum {string} */
        source: 'law' | 'province' | 'school'
        /** @description Article or document number; of the school’s own, its reason. */
        article: string
      }[]
    }
    RollOverRehearsal: {
      toSchoolYear: string
      /** @description Of everything that the rehearsal was computed from. */
      digest: string
      destinations: {
        studentCode: string
        fullName: string
        fromClass: string
        /** @enum {string} */
        outcome: 'promoted' | 'retained' | 'completed' | 'waiting' | 'undecided'
        toClass: string | null
        toGrade: number | null
        reason: string
        article: string | null
      }[]
      classes: {
        classId: string
        name: string
        grade: number
        students: number
      }[]
      unassigned: {
        className: string
        subjectName: string
        lastTeacher: string | null
      }[]
      warnings: string[]
    }
    SheetColumnOption: {
      value: string
      short: string
      name: string
    }
    /** @description Columns of the kind “computed” have no cells: they follow from the others. */
    SheetColumn: {
      path: string
      title: string
      shortTitle: string
      group: string | null
      /** @enum {string} */
      kind: 'mark' | 'score' | 'choice' | 'text' | 'count' | 'decimal' | 'flag' | 'computed'
      options?: components['schemas']['SheetColumnOption'][]
      /** @description In code points. */
      maxLength?: number
      min?: number
      max?: number
      /**
       * @description 0 is the whole year.
       * @enum {integer}
       */
      term: 0 | 1 | 2
      moment: ('midterm1' | 'term1' | 'midterm2' | 'year') | null
      isRequired: boolean
      isLocked: boolean
      lockedBecause: string | null
    }
    SheetStudent: {
      studentCode: string
      fullName: string
      givenName: string
      birthDate: string
      isExempt: boolean
      isPracticeExempt: boolean
      individualPlan: boolean
      lockedBecause: string | null
      /** @description Cells that were sent back and wait for an answer: who sent them, and why. */
      sentBack: {
        path: string
        byName: string
        reason: string
      }[]
    }
    SheetCell: {
      studentCode: string
      path: string
      value: string | null
      version: number
      byName: string
      /** Format: date-time */
      at: string
      lockedBecause: string | null
    }
    Sheet: {
      class: {
        classId: string
        name: string
        grade: number
      }
      sheet: string
      title: string
      subjectName: string | null
      schoolYear: string
      /** @enum {string} */
      level: 'primary' | 'lower-secondary' | 'upper-secondary'
      canWrite: boolean
      window: {
        closesOn: string | null
        title: string | null
        article: string | null
      }
      teachers: string[]
      periodsPerYear: number | null
      columns: components['schemas']['SheetColumn'][]
      students: components['schemas']['SheetStudent'][]
      cells: components['schemas']['SheetCell'][]
      rules: {
        /** @enum {string} */
        article9_3: 'mask' | 'replace'
      }
      /** Format: date-time */
      asOf: string
    }
    SheetChanges: {
      cells: components['schemas']['SheetCell'][]
      /** Format: date-time */
      asOf: string
    }
    CellOutcome: {
      studentCode: string
      path: string
      /** @enum {string} */
      outcome: 'saved' | 'conflict' | 'refused'
      value: string | null
      version: number
      byName: string | null
      at: string | null
      message: string | null
    }
    Saved: {
      outcomes: components['schemas']['CellOutcome'][]
    }
    WorkSheet: {
      classId: string
      className: string
      grade: number
      sheet: string
      title: string
      /** @enum {string} */
      role: 'subject-teacher' | 'homeroom-teacher' | 'principal' | 'group-head'
      filled: number
      needed: number
      deadline: {
        date: string
        title: string
        article: string | null
      } | null
      canWrite: boolean
      isConfirmed: boolean | null
    }
    Work: {
      sheets: components['schemas']['WorkSheet'][]
    }
    ClassResults: {
      class: {
        classId: string
        name: string
        grade: number
      }
      schoolYear: string
      /** @enum {string} */
      level: 'primary' | 'lower-secondary' | 'upper-secondary'
      students: {
        studentCode: string
        fullName: string
        birthDate: string
        /** @enum {string} */
        gender: 'male' | 'female'
        /** @description One case as the evaluation takes it. */
        input: {
          [key: string]: unknown
        }
        /** @description Primary: levels and scores at the three moments before the year’s end. */
        moments?: {
          [key: string]: unknown
        }
      }[]
    }
    TraceEntry: {
      /** Format: date-time */
      at: string
      byName: string
      /** @description entry, import, set-up or roll-over */
      kind: string
      studentCode: string
      studentName: string
      sheet: string
      path: string
      columnTitle: string
      before: string | null
      after: string | null
    }
    Trace: {
      entries: components['schemas']['TraceEntry'][]
    }
    /** @description Nothing is written: what is wanted of it is saved by saveCells. */
    SheetFileReading: {
      rows: {
        studentCode: string
        fullName: string
        cells: {
          path: string
          typed: string
          value: string | null
          current: string | null
          currentVersion: number
          /** @enum {string} */
          outcome: 'new' | 'changed' | 'same' | 'refused'
          message: string | null
          /** @description The cell of the file: “C7”. */
          at: string
        }[]
      }[]
      unmatched: {
        row: number
        text: string
        message: string
      }[]
      counts: {
        new: number
        changed: number
        same: number
        refused: number
        unmatched: number
      }
      markedFile: string | null
    }
    NoticeItem: {
      /** @enum {string} */
      kind:
        | 'sheet-due'
        | 'sheet-unconfirmed'
        | 'sent-back'
        | 'signing'
        | 'sealing'
        | 'order-ended'
        | 'correction'
        | 'issued'
        | 'nudge'
        | 'incident-open'
        | 'incident-answered'
      text: string
      /** @description Of the page where it is done, under /truong. */
      path: string
    }
    Notice: {
      /** @description YYYY-MM-DD, in Viet Nam. */
      day: string
      items: components['schemas']['NoticeItem'][]
      readAt: string | null
    }
    OwnNotices: {
      today: components['schemas']['Notice']
      earlier: components['schemas']['Notice'][]
    }
    OwnMail: {
      address: string | null
      wantsDigest: boolean
      /** @description Whether this server sends mail at all. */
      canMail: boolean
    }
    Incident: {
      /** Format: uuid */
      incidentId: string
      byName: string
      /** Format: date-time */
      reportedAt: string
      page: string
      words: string
      /** @enum {string} */
      state: 'open' | 'answered'
      answer: string | null
      answeredBy: string | null
      answeredAt: string | null
    }
    IncidentList: {
      incidents: components['schemas']['Incident'][]
      hasMore: boolean
    }
    /** @description A signature that must be made anew, and whose; null for the school’s seal. */
    FallenSignature: {
      slotId: string
      /** @enum {string} */
      role:
        | 'subject-teacher'
        | 'homeroom-teacher'
        | 'principal'
        | 'vice-principal-on-behalf'
        | 'principal-for-absent-teacher'
        | 'school-seal'
      fullName: string | null
    }
    SentBack: {
      sendBackId: string
      classId: string
      className: string
      sheet: string
      sheetTitle: string
      studentCode: string
      studentName: string
      path: string
      columnTitle: string
      valueThen: string | null
      reason: string
      byName: string
      /** Format: date-time */
      at: string
      responsible: string | null
      answer: ('changed' | 'kept') | null
      answerWords: string | null
      valueAfter: string | null
      answeredBy: string | null
      answeredAt: string | null
      canAnswer: boolean
      /** @description Sent back by whoever asks. */
      isOwn: boolean
    }
    SentBackList: {
      sendBacks: components['schemas']['SentBack'][]
    }
    AnsweredSendBack: {
      sendBack: components['schemas']['SentBack']
      fallen: components['schemas']['FallenSignature'][]
      notMade: string | null
    }
    EntryOrder: {
      orderId: string
      orderNumber: string
      reason: string
      classId: string | null
      className: string | null
      sheet: string | null
      sheetTitle: string | null
      part: ('midterm1' | 'term1' | 'midterm2' | 'year' | 'summer') | null
      partTitle: string | null
      /** Format: date-time */
      opensAt: string
      /** Format: date-time */
      endsAt: string
      closedAt: string | null
      byName: string
      /** @enum {string} */
      state: 'in-force' | 'ended' | 'countersigned'
      countersignedAt: string | null
      countersignedBy: string | null
    }
    EntryOrderList: {
      orders: components['schemas']['EntryOrder'][]
    }
    OrderWriting: {
      /** Format: date-time */
      at: string
      byName: string
      classId: string
      className: string
      studentCode: string
      studentName: string
      sheet: string
      path: string
      columnTitle: string
      before: string | null
      after: string | null
    }
    OrderWritings: {
      order: components['schemas']['EntryOrder']
      /** @description All of them; the latest 2,000 are listed. */
      total: number
      writings: components['schemas']['OrderWriting'][]
    }
    Correction: {
      correctionId: string
      classId: string
      className: string
      studentCode: string
      studentName: string
      subject: string
      subjectName: string
      field: string
      columnTitle: string
      oldValue: string
      newValue: string
      reason: string
      evidence: string
      byName: string
      /** Format: date-time */
      at: string
      decision: ('granted' | 'refused') | null
      decisionNumber: string | null
      decidedOn: string | null
      decisionWords: string | null
      decidedBy: string | null
      isOwn: boolean
    }
    CorrectionList: {
      corrections: components['schemas']['Correction'][]
    }
    CorrectionPreview: {
      /** @description The version it would make. */
      version: number
      changes: {
        part: string
        place: string
        what: string
        before: string | null
        after: string | null
        /** @description Signatures that cover the part. */
        slots: string[]
      }[]
      falling: components['schemas']['FallenSignature'][]
      deadline: {
        /** Format: date */
        lockedOn: string
        daysLeft: number
      }
      notMade: string | null
    }
    DecidedCorrection: {
      correction: components['schemas']['Correction']
      fallen: components['schemas']['FallenSignature'][]
    }
    AcceptedWarning: {
      key: string
      text: string
      /** @description Why it is right, in the words of who confirmed. */
      words: string
    }
    ConfirmedPartState: {
      /** @enum {string} */
      part: 'year' | 'summer'
      /** @enum {string} */
      state: 'open' | 'confirmed' | 'changed'
      byName: string | null
      at: string | null
      accepted: components['schemas']['AcceptedWarning'][]
      canWithdraw: boolean
    }
    SheetWarning: {
      key: string
      /** @enum {string} */
      code:
        'missing' | 'missing-earlier' | 'all-tens' | 'all-equal' | 'jump' | 'comment-against' | 'same-comment'
      /** @enum {string} */
      severity: 'blocking' | 'confirmable'
      studentCode: string | null
      path: string | null
      text: string
    }
    SheetConfirmation: {
      title: string
      parts: components['schemas']['ConfirmedPartState'][]
      digest: string
      warnings: components['schemas']['SheetWarning'][]
      canConfirm: boolean
      why: string | null
      /** @description Pupils of whom the last carry-over made no report. */
      withoutReport: number
    }
    SheetReadiness: {
      sheet: string
      title: string
      staffCode: string | null
      teacher: string | null
      missing: number
      /** @enum {string} */
      state: 'open' | 'confirmed' | 'changed'
      confirmedBy: string | null
      confirmedAt: string | null
      accepted: number
      isSummerConfirmed: boolean
    }
    NotMade: {
      studentCode: string
      fullName: string
      reason: string
    }
    CarryOverState: {
      /** @enum {string} */
      part: 'year' | 'summer'
      byName: string
      /** Format: date-time */
      at: string
      made: number
      notMade: components['schemas']['NotMade'][]
      /** @description The gradebook says something else than what was carried over. */
      differs: boolean
    }
    ClassReadiness: {
      classId: string
      className: string
      homeroomTeacher: string | null
      sheets: components['schemas']['SheetReadiness'][]
      digest: string
      carriedOver: components['schemas']['CarryOverState'] | null
    }
    /** @description What a principal should look at. */
    BookException: {
      /** @enum {string} */
      kind:
        | 'retained'
        | 'not-completed'
        | 'conduct-not-pass'
        | 'learning-not-pass'
        | 'reassessed'
        | 'principal-decision'
        | 'article-9.3'
        | 'award-excellent'
        | 'individual-plan'
        | 'exempt'
        | 'substitute'
        | 'amendment'
      text: string
      article: string | null
    }
    AwaitedSlot: {
      slotId: string
      /** @enum {string} */
      role:
        | 'subject-teacher'
        | 'homeroom-teacher'
        | 'principal'
        | 'vice-principal-on-behalf'
        | 'principal-for-absent-teacher'
        | 'school-seal'
      staffCode: string | null
      fullName: string | null
    }
    CoverStanding: {
      draft: number
      /** @description Whose turn it is now. */
      awaits: components['schemas']['AwaitedSlot'][]
      /** Format: date-time */
      madeAt: string
      /** @enum {string} */
      status: 'made' | 'signed' | 'sealed'
    }
    ReportStanding: {
      draft: number
      /** @description Whose turn it is now. */
      awaits: components['schemas']['AwaitedSlot'][]
      /** Format: date-time */
      madeAt: string
      version: number
      /** @enum {string} */
      status: 'entered' | 'subjects-signed' | 'homeroom-signed' | 'approved' | 'issued'
      /** @description Empty for who teaches a subject there and no more. */
      exceptions: components['schemas']['BookException'][]
      issuedAt: string | null
    }
    CarryOver: {
      /** @description Counts those of the class. */
      number: number
      /** @enum {string} */
      part: 'year' | 'summer'
      digest: string
      /** @description How many reports it made. */
      made: number
      notMade: components['schemas']['NotMade'][]
      byName: string
      /** Format: date-time */
      at: string
    }
    BookInClass: {
      studentCode: string
      fullName: string
      birthDate: string
      cover: components['schemas']['CoverStanding'] | null
      report: components['schemas']['ReportStanding'] | null
      notMade: string | null
    }
    ClassBookList: {
      classId: string
      className: string
      carriedOver: components['schemas']['CarryOver'] | null
      books: components['schemas']['BookInClass'][]
    }
    BookSlot: {
      slotId: string
      /** @enum {string} */
      role:
        | 'subject-teacher'
        | 'homeroom-teacher'
        | 'principal'
        | 'vice-principal-on-behalf'
        | 'principal-for-absent-teacher'
        | 'school-seal'
      staffCode: string | null
      fullName: string | null
      /** @description Parts of the file, and values of earlier signatures. */
      covers: string[]
      isSigned: boolean
      signedAt: string | null
      signedBy: string | null
      /** @description Made on an earlier draft, over bytes that have not changed since. */
      isKept: boolean
      isAwaited: boolean
    }
    BookDraft: {
      /** @description 0 is the cover alone. */
      version: number
      draft: number
      isCurrent: boolean
      /** Format: date-time */
      madeAt: string
      madeBy: string
      issuedAt: string | null
      signatures: number
    }
    BookChange: {
      part: string
      place: string
      what: string
      before: string | null
      after: string | null
      /** @description Signatures that cover it. */
      slots: string[]
    }
    ChangesSinceSigned: {
      version: number
      draft: number
      /** Format: date-time */
      signedAt: string
      changes: components['schemas']['BookChange'][]
    }
    BookView: {
      studentCode: string
      fullName: string
      birthDate: string
      className: string
      cover: components['schemas']['CoverStanding'] | null
      report: components['schemas']['ReportStanding'] | null
      slots: components['schemas']['BookSlot'][]
      /** @description Latest first. */
      drafts: components['schemas']['BookDraft'][]
      changesSinceSigned: components['schemas']['ChangesSinceSigned'] | null
    }
    ConfirmedCovers: {
      /** @description How many covers now wait for the principal. */
      made: number
      unchanged: number
      notMade: components['schemas']['NotMade'][]
    }
    Sitting: {
      /** Format: uuid */
      sittingId: string
      /** @enum {string} */
      kind: 'sign' | 'seal'
      staffCode: string
      byName: string
      /** @enum {string} */
      state: 'running' | 'paused' | 'ended'
      message: string | null
      /** Format: date-time */
      beganAt: string
      endedAt: string | null
      total: number
      done: number
      failed: number
      /** @description Changed or signed otherwise meanwhile, so that nothing was signed. */
      dropped: number
    }
    SittingMiss: {
      classId: string
      className: string
      studentCode: string
      fullName: string
      /** @enum {string} */
      outcome: 'failed' | 'dropped'
      message: string
    }
    SittingDetail: {
      /** Format: uuid */
      sittingId: string
      /** @enum {string} */
      kind: 'sign' | 'seal'
      staffCode: string
      byName: string
      /** @enum {string} */
      state: 'running' | 'paused' | 'ended'
      message: string | null
      /** Format: date-time */
      beganAt: string
      endedAt: string | null
      total: number
      done: number
      failed: number
      /** @description Changed or signed otherwise meanwhile, so that nothing was signed. */
      dropped: number
      misses: components['schemas']['SittingMiss'][]
    }
    Sittings: {
      sittings: components['schemas']['Sitting'][]
    }
    PlannedItem: {
      studentCode: string
      fullName: string
      /** @description 0 is the cover alone. */
      version: number
      draft: number
      slots: {
        slotId: string
        /** @enum {string} */
        role:
          | 'subject-teacher'
          | 'homeroom-teacher'
          | 'principal'
          | 'vice-principal-on-behalf'
          | 'principal-for-absent-teacher'
          | 'school-seal'
      }[]
      /** @description What should be looked at before signing; empty for who answers for subjects alone. */
      exceptions: {
        kind: string
        text: string
        article: string | null
      }[]
    }
    BlockedItems: {
      reason: string
      students: {
        studentCode: string
        fullName: string
      }[]
    }
    PlannedClass: {
      classId: string
      className: string
      grade: number
      /** @description Stands for the eligible reports of this class alone. */
      digest: string
      /** @description What is out of the ordinary in every eligible report, and therefore in none of them. */
      common: {
        kind: string
        text: string
        article: string | null
      }[]
      /** @description Those with exceptions first. */
      eligible: components['schemas']['PlannedItem'][]
      blocked: components['schemas']['BlockedItems'][]
    }
    SigningPlan: {
      /** @enum {string} */
      kind: 'sign' | 'seal'
      canBegin: boolean
      why: string | null
      unfinished: components['schemas']['Sitting'] | null
      /** @description Stands for all eligible reports; sent back to begin. */
      digest: string
      eligible: number
      blocked: number
      classes: components['schemas']['PlannedClass'][]
    }
    SittingBegun: {
      /** Format: uuid */
      sittingId: string
    }
    SheetProgress: {
      classId: string
      className: string
      grade: number
      sheet: string
      title: string
      staffCode: string | null
      /** @description Cells asked for by today. */
      needed: number
      filled: number
      /** @description Of the year, by who answers for it. */
      isConfirmed: boolean
      /** @description Cells sent back and not answered. */
      sentBack: number
    }
    /** @description Each number contains those that follow it. */
    ClassBooks: {
      covers: number
      coversSigned: number
      made: number
      subjectsSigned: number
      homeroomSigned: number
      approved: number
      issued: number
      signaturesLeft: number
    }
    ClassProgress: {
      classId: string
      className: string
      grade: number
      homeroomTeacher: string | null
      pupils: number
      needed: number
      filled: number
      sheets: number
      confirmed: number
      sentBack: number
      carriedOver: {
        /** @enum {string} */
        part: 'year' | 'summer'
        /** Format: date-time */
        at: string
        byName: string
      } | null
      books: components['schemas']['ClassBooks'] | null
    }
    SubjectProgress: {
      sheet: string
      title: string
      needed: number
      filled: number
      sheets: number
      confirmed: number
      sentBack: number
    }
    WaitingReports: {
      classId: string
      reports: number
    }
    TeacherProgress: {
      staffCode: string
      fullName: string
      group: string | null
      needed: number
      filled: number
      sheets: number
      confirmed: number
      sentBack: number
      /** @description Reports whose next signature is theirs, by class. */
      waiting: components['schemas']['WaitingReports'][]
    }
    DayProgress: {
      /** @description YYYY-MM-DD */
      day: string
      /** @description Cells that stand as they were written on that day. */
      cells: number
      signatures: number
      issued: number
    }
    YearDeadline: {
      name: string
      title: string
      /** @description YYYY-MM-DD */
      date: string
      article: string
    }
    ProgressForecast: {
      left: number
      deadline: components['schemas']['YearDeadline'] | null
      forecast: {
        perDay: number
        /** @description YYYY-MM-DD */
        finishesOn: string
        isLate: boolean
        daysLate: number
      } | null
      text: string
    }
    YearProgress: {
      /** @description YYYY-MM-DD */
      today: string
      /** @description What every other number of cells and sheets sums up. */
      sheets: components['schemas']['SheetProgress'][]
      classes: components['schemas']['ClassProgress'][]
      subjects: components['schemas']['SubjectProgress'][]
      teachers: components['schemas']['TeacherProgress'][]
      toSeal: components['schemas']['WaitingReports'][]
      /** @description The last 30 days, oldest first. */
      series: components['schemas']['DayProgress'][]
      deadlines: components['schemas']['YearDeadline'][]
      forecasts: {
        cells: components['schemas']['ProgressForecast']
        signatures: components['schemas']['ProgressForecast']
        issued: components['schemas']['ProgressForecast']
      }
    }
    SentNudge: {
      /** @description False where the same was told to them today already. */
      isNew: boolean
    }
    Waiting: {
      /** @enum {string} */
      kind: 'sent-back' | 'carry-over' | 'signing' | 'sealing' | 'order-ended' | 'correction'
      /** @description Of carry-over always one: a class. */
      count: number
      text: string
      /** @description Below the address of the year in the school’s pages. */
      page: string
    }
    WaitingList: {
      waiting: components['schemas']['Waiting'][]
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  lookUpCode: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description As on the page; upper case and hyphens are accepted. */
          code: string
          /** @description ISO date of the pupil’s birth. */
          birthDate?: string
          /** @description Of the personal number; without one, of the sector’s pupil code. */
          lastFourDigits?: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json':
            | {
                /** @enum {string} */
                kind: 'masked'
                years: components['schemas']['MaskedYear'][]
              }
            | {
                /** @enum {string} */
                kind: 'opened'
                years: components['schemas']['OpenedYear'][]
              }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  verifyFile: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/xml': string
        'text/xml': string
        'application/pdf': string
        'multipart/form-data': {
          /** Format: binary */
          file: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            format: 'xml' | 'pdf' | 'unknown'
            verdict: components['schemas']['Verdict']
            checks: components['schemas']['Check'][]
            signatures: components['schemas']['Signature'][]
            years: components['schemas']['FileYear'][]
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readFile: {
    parameters: {
      query?: never
      header?: never
      path: {
        token: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The file, byte for byte as it was sealed. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/xml': string
          'application/pdf': string
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readStatus: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ready'
          }
        }
      }
      /** @description Problem */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSetUp: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            isNeeded: boolean
          }
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  setUp: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          setUpCode: string
          school: {
            code: string
            name: string
            /** @enum {string} */
            level: 'primary' | 'lower-secondary' | 'upper-secondary'
            wardCode: string
            wardName: string
            provinceCode: string
            provinceName: string
            signingPlace: string
          }
          schoolYear: string
          administrator: {
            fullName: string
            username: string
            password: string
          }
        }
      }
    }
    responses: {
      /** @description Who is signed in, and what they are at which schools, years newest first. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Me']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listSessions: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            sessions: {
              sessionId: string
              /** Format: date-time */
              startedAt: string
              /** Format: date-time */
              lastSeenAt: string
              device: string
              isCurrent: boolean
            }[]
          }
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  signIn: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          username: string
          password: string
          oneTimeCode?: string
        }
      }
    }
    responses: {
      /** @description Who is signed in, and what they are at which schools, years newest first. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Me']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  signOutEverywhere: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMe: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Who is signed in, and what they are at which schools, years newest first. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Me']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  signOut: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  endSession: {
    parameters: {
      query?: never
      header?: never
      path: {
        sessionId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  lookAtActivation: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          activationCode: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            fullName: string
            username: string
            schoolName: string
            /** @description Nobody has used the account yet. */
            isNew: boolean
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  activate: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          activationCode: string
          password: string
        }
      }
    }
    responses: {
      /** @description Who is signed in, and what they are at which schools, years newest first. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Me']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  changePassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          currentPassword: string
          newPassword: string
        }
      }
    }
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  confirmOneTimeCodes: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          oneTimeCode: string
        }
      }
    }
    responses: {
      /** @description Who is signed in, and what they are at which schools, years newest first. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Me']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  beginOneTimeCodes: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          password: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            secret: string
            uri: string
            qrSvg: string
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  removeOneTimeCodes: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          password: string
          oneTimeCode: string
        }
      }
    }
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  joinSchool: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          activationCode: string
        }
      }
    }
    responses: {
      /** @description Who is signed in, and what they are at which schools, years newest first. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Me']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listAccounts: {
    parameters: {
      query?: {
        search?: string
        state?: 'invited' | 'active' | 'suspended'
        page?: string
        pageSize?: string
      }
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            accounts: components['schemas']['Account'][]
            total: number
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  addAccount: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          fullName: string
          username: string
          staffCode: string | null
          isAdministrator: boolean
        }
      }
    }
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            account: components['schemas']['Account']
            activationCode: string
            /** Format: date-time */
            activationExpiresAt: string
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  addAccountsFromStaff: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          schoolYear: string
          /** @enum {string} */
          level: 'primary' | 'lower-secondary' | 'upper-secondary'
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            added: {
              account: components['schemas']['Account']
              activationCode: string
              /** Format: date-time */
              activationExpiresAt: string
            }[]
            skipped: {
              staffCode: string
              fullName: string
              reason: string
            }[]
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  accountsTemplate: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The workbook. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  importAccounts: {
    parameters: {
      query?: {
        commit?: 'true' | 'false'
      }
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string
        } | null
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            rows: {
              sheet: string
              /** @description As the spreadsheet numbers it. */
              row: number
              fullName: string
              username: string
              staffCode: string | null
              isAdministrator: boolean
              /** @enum {string} */
              outcome: 'new' | 'same' | 'refused'
              cell: string | null
              message: string | null
            }[]
            added: {
              account: components['schemas']['Account']
              activationCode: string
              /** Format: date-time */
              activationExpiresAt: string
            }[]
            counts: {
              new: number
              same: number
              refused: number
            }
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  changeAccount: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        accountId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          isAdministrator?: boolean
          /** @enum {string} */
          state?: 'active' | 'suspended'
          staffCode?: string | null
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            account: components['schemas']['Account']
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  recoverAccount: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        accountId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            activationCode: string
            /** Format: date-time */
            activationExpiresAt: string
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listAccountActs: {
    parameters: {
      query?: {
        page?: string
      }
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            acts: {
              actId: string
              /** Format: date-time */
              at: string
              byName: string
              kind: string
              aboutName: string
              detail: string
            }[]
            total: number
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listYears: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            years: {
              schoolYear: string
              /** @enum {string} */
              level: 'primary' | 'lower-secondary' | 'upper-secondary'
              name: string
              classes: number
              students: number
            }[]
          }
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  addYear: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          schoolYear: string
          /** @enum {string} */
          level: 'primary' | 'lower-secondary' | 'upper-secondary'
          name: string
          wardCode: string
          wardName: string
          provinceCode: string
          provinceName: string
          signingPlace: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            schoolYear: string
            /** @enum {string} */
            level: 'primary' | 'lower-secondary' | 'upper-secondary'
            name: string
            classes: number
            students: number
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getYear: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            schoolYear: string
            /** @enum {string} */
            level: 'primary' | 'lower-secondary' | 'upper-secondary'
            school: {
              code: string
              name: string
              wardCode: string
              wardName: string
              provinceCode: string
              provinceName: string
              signingPlace: string
              article9_3: string | null
            }
            counts: {
              classes: number
              students: number
              staff: number
              assignments: number
            }
            approver: {
              staffCode: string
              fullName: string
            } | null
            onBehalf: {
              decisionNumber: string
              reason: string
            } | null
            version: number
            gaps: {
              code: string
              text: string
              count: number
            }[]
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  changeYear: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          name: string
          wardCode: string
          wardName: string
          provinceCode: string
          provinceName: string
          signingPlace: string
          approver: string | null
          onBehalf: {
            decisionNumber: string
            reason: string
          } | null
          seenVersion: number
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            version: number | null
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listClasses: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClassList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listStaff: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StaffList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listAssignments: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AssignmentList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listStudents: {
    parameters: {
      query?: {
        search?: string
        classId?: string
        page?: string
        pageSize?: string
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StudentList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  importWorkbook: {
    parameters: {
      query?: {
        commit?: 'true' | 'false'
      }
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string
        } | null
      }
    }
    responses: {
      /** @description What a workbook changes in a school year; the first 500 changes one by one, what goes before what comes. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorkbookImport']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getYearWorkbook: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The workbook. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveStaff: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        staffCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          fullName: string
          citizenId: string
          birthDate: string | null
          /** @enum {string} */
          post: 'principal' | 'vice-principal' | 'teacher' | 'clerk' | 'registrar' | 'accountant' | 'other'
          subjectGroup: string | null
          hasLeft: boolean
          seenVersion: number | null
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            version: number | null
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  removeStaff: {
    parameters: {
      query: {
        seenVersion: string
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        staffCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listSubjectGroups: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            groups: {
              name: string
              head: {
                staffCode: string
                fullName: string
              } | null
              members: {
                staffCode: string
                fullName: string
              }[]
              version: number | null
            }[]
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveSubjectGroup: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        name: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          head: string | null
          seenVersion: number | null
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            version: number | null
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveClass: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          name: string
          grade: number
          homeroomTeacher: string | null
          foreignLanguage: string | null
          seenVersion: number | null
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            version: number | null
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  removeClass: {
    parameters: {
      query: {
        seenVersion: string
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listSubjectPlan: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            subjects: {
              grade: number
              subject: string
              name: string
              periodsPerYear: number
              isElective: boolean
              version: number
            }[]
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveSubjectPlan: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        grade: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          subjects: {
            subject: string
            periodsPerYear: number
          }[]
        }
      }
    }
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveAssignment: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        subject: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          teacher: string | null
          otherTeachers: string[]
          periodsPerYear: number
          seenVersion: number | null
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            version: number | null
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveAssignments: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          assignments: {
            classId: string
            subject: string
            teacher: string
            periodsPerYear: number
          }[]
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            saved: number
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getStudent: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        studentCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StudentFile']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveStudent: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        studentCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          citizenId: string | null
          foreignPaper: string | null
          registerNumber: string | null
          fullName: string
          /** @enum {string} */
          gender: 'male' | 'female'
          birthDate: string
          ethnicity: string
          nationality: string
          birthPlace: string
          hometown: string | null
          address: string
          policyGroup: string | null
          father: {
            fullName: string
            occupation: string | null
          } | null
          mother: {
            fullName: string
            occupation: string | null
          } | null
          guardian: {
            fullName: string
            occupation: string | null
          } | null
          entryDate: string | null
          yearBefore: ('first' | 'paper' | 'other-system') | null
          individualPlan: boolean
          history?: {
            schoolYear: string
            className: string
            schoolCode?: string
            schoolName: string
            registerNumber?: string
            entryDate?: string
          }[]
          seenVersion: number | null
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            version: number | null
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  moveStudent: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        studentCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          toClassId: string
          movedOn: string
          reason: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            version: number | null
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveExemptions: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        studentCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          exemptions: {
            subject: string
            /** @enum {string} */
            kind: 'exempt' | 'practice-exempt'
            reason: string | null
            decisionNumber: string | null
          }[]
        }
      }
    }
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listSettings: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SettingList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveSetting: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        name: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          value: string
          reason: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SettingList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  rehearseRollOver: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['RollOverRehearsal']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  rollOver: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          digest: string
          confirmUndecided?: boolean
        }
      }
    }
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            schoolYear: string
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWork: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Work']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSheet: {
    parameters: {
      query?: {
        /** @description Of attendance; the present month. */
        month?: string
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Sheet']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listSheetChanges: {
    parameters: {
      query: {
        since: string
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SheetChanges']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveCells: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @description Drawn by the caller. The same save again is answered as it was.
           */
          saveId: string
          cells: {
            studentCode: string
            path: string
            value: string | null
            /** @description 0: never written. */
            seenVersion: number
          }[]
          /** @enum {string} */
          source?: 'typed' | 'pasted' | 'file' | 'undo'
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Saved']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getClassResults: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClassResults']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCellTrace: {
    parameters: {
      query?: {
        studentCode?: string
        path?: string
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Trace']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getStudentTrace: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        studentCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Trace']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getTrackingBookPdf: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The paper. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/pdf': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getTrackingBookWorkbook: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The paper. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getClassSummaryPdf: {
    parameters: {
      query?: {
        /** @description Secondary; the year. */
        term?: '1' | '2' | 'year'
        /** @description Primary; the year’s end. */
        moment?: 'midterm1' | 'term1' | 'midterm2' | 'year'
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The paper. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/pdf': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getClassSummaryWorkbook: {
    parameters: {
      query?: {
        /** @description Secondary; the year. */
        term?: '1' | '2' | 'year'
        /** @description Primary; the year’s end. */
        moment?: 'midterm1' | 'term1' | 'midterm2' | 'year'
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The paper. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSheetPage: {
    parameters: {
      query?: {
        /** @description Of attendance. */
        month?: string
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The sheet. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/pdf': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  exportSheet: {
    parameters: {
      query?: {
        /** @description Of attendance. */
        month?: string
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The workbook. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readSheetFile: {
    parameters: {
      query?: {
        /** @description Of attendance. */
        month?: string
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string
        } | null
      }
    }
    responses: {
      /** @description Nothing is written: what is wanted of it is saved by saveCells. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SheetFileReading']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listNotices: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OwnNotices']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readNotice: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        /** @description YYYY-MM-DD, in Viet Nam. */
        day: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done, also where it was read before. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getOwnMail: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OwnMail']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  saveOwnMail: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          address: string | null
          wantsDigest: boolean
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OwnMail']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listIncidents: {
    parameters: {
      query?: {
        page?: string
        pageSize?: string
      }
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['IncidentList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  reportIncident: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Its path, within the program. */
          page: string
          words: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            incidentId: string
          }
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  answerIncident: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        incidentId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          words: string
        }
      }
    }
    responses: {
      /** @description Answered. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getConfirmation: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SheetConfirmation']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  confirmSheet: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          part: 'year' | 'summer'
          digest: string
          accepted: {
            key: string
            words: string
          }[]
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SheetConfirmation']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  withdrawConfirmation: {
    parameters: {
      query: {
        part: 'year' | 'summer'
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SheetConfirmation']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getClassReadiness: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClassReadiness']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  confirmCovers: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ConfirmedCovers']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  carryOverClass: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          part: 'year' | 'summer'
          digest: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CarryOver']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listClassBooks: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClassBookList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getBook: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        studentCode: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BookView']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  sendBackCell: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
        /** @description A subject code, homeroom, attendance or decisions. */
        sheet: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @description Drawn by the caller. The same again is answered as it was.
           */
          sendBackId: string
          studentCode: string
          path: string
          reason: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SentBack']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listSendBacks: {
    parameters: {
      query?: {
        state?: 'open' | 'closed'
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SentBackList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  answerSendBack: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        sendBackId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description True: the cell stays as it is, and the words say why. */
          keep: boolean
          value: string | null
          words: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AnsweredSendBack']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listEntryOrders: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EntryOrderList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  giveEntryOrder: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @description Drawn by the caller. The same again is answered as it was.
           */
          orderId: string
          orderNumber: string
          reason: string
          classId: string | null
          sheet: string | null
          part: ('midterm1' | 'term1' | 'midterm2' | 'year' | 'summer') | null
          /** Format: date-time */
          endsAt: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EntryOrder']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  closeEntryOrder: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        orderId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EntryOrder']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listOrderWritings: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        orderId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OrderWritings']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  countersignEntryOrder: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        orderId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EntryOrder']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listCorrections: {
    parameters: {
      query?: {
        state?: 'open' | 'closed'
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CorrectionList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  previewCorrection: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          studentCode: string
          subject: string
          field: string
          oldValue: string
          newValue: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CorrectionPreview']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  requestCorrection: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @description Drawn by the caller. The same again is answered as it was.
           */
          correctionId: string
          studentCode: string
          subject: string
          field: string
          oldValue: string
          newValue: string
          reason: string
          evidence: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Correction']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  decideCorrection: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        correctionId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'granted' | 'refused'
          decisionNumber: string | null
          decidedOn: string | null
          /** @description Of a refused one: why. */
          words: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['DecidedCorrection']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSigningPlan: {
    parameters: {
      query?: {
        kind?: 'sign' | 'seal'
      }
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SigningPlan']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listSittings: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Sittings']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  beginSitting: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'sign' | 'seal'
          classIds: string[] | null
          leaveOut: string[]
          /** @description The digest of the plan; where one class alone is chosen, also that of the class. */
          digest: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SittingBegun']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSitting: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        sittingId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SittingDetail']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  watchSitting: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        sittingId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One event whenever the sitting has changed: data is a SittingDetail. It ends with the sitting. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/event-stream': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  pauseSitting: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        sittingId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SittingDetail']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  resumeSitting: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        sittingId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SittingDetail']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProgress: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['YearProgress']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  sendNudge: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          staffCode: string
          classId?: string
          sheet?: string
          words: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SentNudge']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getReceipts: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
        classId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The receipts. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/pdf': string
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listWaiting: {
    parameters: {
      query?: never
      header?: never
      path: {
        schoolCode: string
        schoolYear: string
        level: 'primary' | 'lower-secondary' | 'upper-secondary'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WaitingList']
        }
      }
      /** @description Problem */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Problem */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
}
