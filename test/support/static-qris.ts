// A seller's own static QRIS, as an acquirer prints it.
import { crc16 } from '../../src/payments/qris.ts'

const part = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`

/** `extra`: objects laid in before the checksum. */
export const staticQris = (merchant = 'WARUNG KOPI SENJA', nmid = 'ID1020000000007', extra = ''): string => {
  const text = [
    '000201010211',
    part('26', '0014COM.GO-JEK.WWW011893600914300000000102100000000007' + '0303UMI'),
    part('51', `0014ID.CO.QRIS.WWW${part('02', nmid)}0303UMI`),
    '5204581453033605802ID',
    part('59', merchant),
    part('60', 'BANDUNG'),
    part('61', '40111'),
    extra,
    '6304',
  ].join('')
  return text + crc16(text)
}
