// Panels whose address the form can fill in. All speak API v2; what a panel's own API page says counts more than this list.

export type KnownPanel = { readonly name: string; readonly endpoint: string }

export const KNOWN_PANELS: readonly KnownPanel[] = [
  { name: 'JustAnotherPanel', endpoint: 'https://justanotherpanel.com/api/v2' },
  { name: 'SMMServer', endpoint: 'https://smmserver.life/api/v2' },
  { name: 'MoreThanPanel', endpoint: 'https://morethanpanel.com/api/v2' },
  { name: 'Peakerr', endpoint: 'https://peakerr.com/api/v2' },
  { name: 'SecSers', endpoint: 'https://secsers.com/api/v2' },
  { name: 'SMMKings', endpoint: 'https://smmkings.com/api/v2' },
  { name: 'SMMSend', endpoint: 'https://smmsend.com/api/v2' },
  { name: 'Pusat Panel SMM', endpoint: 'https://pusatpanelsmm.com/api/' },
  { name: 'VTech SMM', endpoint: 'https://vtechsmm.biz.id/api' },
]
