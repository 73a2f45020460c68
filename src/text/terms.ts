// The version of the shipped terms; it stands on every order that was agreed to with them. Change it with the text.
export const TERMS_VERSION = '2026-11-25'
