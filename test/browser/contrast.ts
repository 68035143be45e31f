/**
 * A script for the page: texts in it whose contrast with what is behind them is below a ratio (WCAG 2.2, success
 * criterion 1.4.3, by its definition of relative luminance).
 */
export const contrastBelow = (least: number): string => `(() => {
  const channels = color => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const linear = value => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const color = getComputedStyle(each).backgroundColor
      const [r, g, b, alpha = 1] = channels(color)
      if (alpha > 0) return [r, g, b]
    }
    return [255, 255, 255]
  }
  const poor = new Set()
  const walker = document.createTreeWalker(document.getElementById('report'), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.textContent.trim() || !element.checkVisibility({ contentVisibilityAuto: false })) continue
    const [light, dark] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))].sort((a, b) => b - a)
    const ratio = (light + 0.05) / (dark + 0.05)
    if (ratio < ${least}) poor.add(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2))
  }
  return [...poor]
})()`
