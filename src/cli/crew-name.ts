/** What a thread of the crew is started as; no command of a user. */
export const CREW_MEMBER = '--crew-member'
