// A document of another shop is no document.

export const ofShop =
  (shop: string) =>
  (doc: { shop: string }): boolean =>
    doc.shop === shop

export const inShop = <Doc extends { shop: string }>(shop: string, doc: Doc | null): Doc | null =>
  doc?.shop === shop ? doc : null
