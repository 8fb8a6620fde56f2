import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../parts/index.ts'
import type { YearProgress } from './index.tsx'
import classes from './progress.module.css'

register([LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/** Three lines over thirty days; drawn as SVG, told to screen readers. */
export const Chart = ({ series }: Pick<YearProgress, 'series'>) => {
  const { t } = useTranslation('progress')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current, undefined, { renderer: 'svg' })
    const line = (name: string, color: string, data: readonly number[]) => ({
      type: 'line' as const,
      name,
      color,
      symbolSize: 5,
      data: [...data],
    })
    chart.setOption({
      aria: { enabled: true },
      // Labels are measured before they are drawn: in the very font of the page, or they overlap.
      textStyle: { fontFamily: getComputedStyle(box.current).fontFamily },
      animation: false,
      legend: { top: 0, left: 0, itemGap: 20 },
      tooltip: { trigger: 'axis' },
      grid: { left: 12, right: 12, top: 36, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: series.map(({ day }) => formatDate(day).slice(0, 5)),
        axisLabel: { hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { formatter: (value: number) => value.toLocaleString('vi-VN') },
      },
      series: [
        line(
          t('seriesCells'),
          '#1c5796',
          series.map(({ cells }) => cells),
        ),
        line(
          t('seriesSignatures'),
          '#b45309',
          series.map(({ signatures }) => signatures),
        ),
        line(
          t('seriesIssued'),
          '#15803d',
          series.map(({ issued }) => issued),
        ),
      ],
    })
    const observer = new ResizeObserver(() => {
      chart.resize()
    })
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [series, t])
  return <div ref={box} className={classes['chart']} />
}
