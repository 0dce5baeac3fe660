import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandProbes,
  bands,
  distance,
  fingerprint,
  nearDistance,
  nearDuplicate,
} from '../../../../main/features/imports/reading/index.ts'

const english = `Google said on Monday that it will invest 550 million dollars in JD.com, the second largest online retailer in China. In return the company receives newly issued shares worth 0.93 percent. Both partners want to develop retail solutions for Southeast Asia, the United States and Europe. JD.com contributes its supply chain and logistics, Google its technology. A selection of the retailer's goods will be offered on Google Shopping. Analysts see the move as an answer to Amazon, which has been expanding in the region. The deal is expected to close within weeks, a spokesperson said.`
const sameDeal = `The Chinese e-commerce group JD.com has won a prominent shareholder. An American search engine operator pays more than half a billion dollars for just under one percent, both sides announced. Observers had speculated about such an alliance since last year. For Richard Liu, who founded the firm, it is the beginning of an expansion abroad; rival Alibaba already earns a growing part of its sales outside China. Warehouses, couriers and delivery drones are to meet cloud services and artificial intelligence. Customers in Europe may soon order Chinese headphones through an American price comparison.`
const chinese =
  '谷歌周一宣布，将以五亿五千万美元现金投资京东，获得约百分之零点九三的股份。双方计划在东南亚、美国和欧洲合作开发零售解决方案。京东提供供应链和物流能力，谷歌提供技术。京东还将在谷歌购物平台上推出一系列精选商品。分析人士认为，此举是为了应对亚马逊在该地区的扩张。'
const chineseSameDeal =
  '京东集团迎来一位重量级股东。美国搜索巨头出资逾五亿美元，换取不到百分之一的股权。刘强东表示，这标志着公司国际化战略全面启动。去年以来，市场一直猜测两家企业会结盟。竞争对手阿里巴巴的海外收入正在不断增长，而京东此前已经与沃尔玛和乐天建立了伙伴关系。'

describe('near duplicates', () => {
  it('knows syndicated copies with small edits', () => {
    const copy = `(Agency) ${english.replace('said on Monday', 'announced').replace('second largest', 'no. 2').toUpperCase()}  Reporting by A. Writer`
    expect(nearDuplicate(fingerprint(english), fingerprint(copy))).toBe(true)
    const cut = chinese.replace('周一', '').replace('分析人士认为，', '')
    expect(nearDuplicate(fingerprint(chinese), fingerprint(cut))).toBe(true)
  })

  it('keeps different articles on one deal apart', () => {
    expect(distance(fingerprint(english), fingerprint(sameDeal))).toBeGreaterThan(nearDistance + 3)
    expect(distance(fingerprint(chinese), fingerprint(chineseSameDeal))).toBeGreaterThan(nearDistance + 3)
    expect(distance(fingerprint(english), fingerprint(chinese))).toBeGreaterThan(nearDistance + 3)
  })

  it('every pair within the distance meets on a probed band', () => {
    const print = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })
    const flips = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: nearDistance })
    fc.assert(
      fc.property(print, flips, (value, bits) => {
        const hex = (number: bigint) => number.toString(16).padStart(16, '0')
        const a = hex(value)
        const b = hex(bits.reduce((sum, bit) => sum ^ (1n << BigInt(bit)), value))
        expect(distance(a, b)).toBe(bits.length)
        const stored = bands(b)
        expect(bandProbes(a).some((probes, band) => probes.includes(stored[band]!))).toBe(true)
      }),
    )
  })
})
