// The radar's options: axes clockwise from the top, the other way round in Arabic; a missing score leaves a bare axis: the
// shape goes straight from one neighbour to the other, and its name says that it has none.
import type { RadarSeriesOption } from 'echarts/charts';
import type { RadarComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type RadarOption = ComposeOption<RadarSeriesOption | RadarComponentOption>;

export interface RadarColours {
  line: string;
  text: string;
  baseline: string;
  latest: string;
}

export interface RadarAxes {
  baseline: readonly (number | null)[] | null;
  latest: readonly (number | null)[];
  /** Stand around; else the axes' numbers. */
  names?: readonly string[] | null;
}

/** Where the straight line between the nearest scores of either side crosses each axis that has none; ECharts would draw
 * a missing value as nought. */
export function bridged(scores: readonly (number | null)[]): number[] {
  const step = (2 * Math.PI) / scores.length;
  const next = (at: number, way: 1 | -1) => {
    for (let by = 1; by < scores.length; by += 1) {
      const score = scores[(at + way * by + scores.length) % scores.length];
      if (score !== null && score !== undefined) return { score, angle: by * step };
    }
    return null;
  };
  return scores.map((score, at) => {
    if (score !== null) return score;
    const [before, after] = [next(at, -1), next(at, 1)];
    // A line that passes the middle on the other side crosses this axis nowhere.
    if (!before || !after || before.angle + after.angle >= Math.PI) return 0;
    const across = before.score * Math.sin(before.angle) + after.score * Math.sin(after.angle);
    return across === 0 ? 0 : (before.score * after.score * Math.sin(before.angle + after.angle)) / across;
  });
}

/** Longest name that stands beside the drawing in one line. */
const LINE_MAX = 14;

/** A long name of several words in two lines, as even as they can be. */
export function inLines(name: string): string {
  if (name.length <= LINE_MAX) return name;
  const words = name.split(' ');
  const longest = (at: number) => Math.max(words.slice(0, at).join(' ').length, words.slice(at).join(' ').length);
  const [best] = words.map((_, at) => at).slice(1).sort((a, b) => longest(a) - longest(b));
  return best === undefined ? name : `${words.slice(0, best).join(' ')}\n${words.slice(best).join(' ')}`;
}

export function radarOption(axes: RadarAxes, colours: RadarColours, font: string, rtl: boolean): RadarOption {
  const shape = (scores: readonly (number | null)[], style: Partial<RadarSeriesOption>): RadarSeriesOption => ({
    type: 'radar',
    silent: true,
    animation: false,
    symbol: 'none',
    data: [{ value: bridged(scores) }],
    ...style,
  });
  // Dots mark scores. A shape has all of its dots or none, so that one with a bare axis has none.
  const whole = !axes.latest.includes(null);
  const series: RadarSeriesOption[] = [
    shape(axes.latest, {
      ...(whole ? { symbol: 'circle', symbolSize: 5, itemStyle: { color: colours.latest } } : {}),
      lineStyle: { color: colours.latest, width: 2 },
      areaStyle: { color: colours.latest, opacity: 0.16 },
    }),
  ];
  if (axes.baseline)
    series.unshift(shape(axes.baseline, { lineStyle: { color: colours.baseline, width: 1.6, type: [4, 3] } }));
  return {
    animation: false,
    radar: {
      clockwise: !rtl,
      startAngle: 90,
      radius: axes.names ? '64%' : 84,
      splitNumber: 4,
      indicator: axes.latest.map((_, at) => ({
        name: inLines(axes.names?.[at] ?? String(at + 1)),
        min: 0,
        max: 100,
        // The first axis says what the rings are.
        ...(at === 0 ? { axisLabel: { show: true, showMinLabel: false, showMaxLabel: false, margin: 3, color: colours.text, fontSize: 9, fontFamily: font } } : {}),
      })),
      axisName: { color: colours.text, fontSize: 12, lineHeight: 17, fontWeight: 500, fontFamily: font },
      axisNameGap: 8,
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { lineStyle: { color: colours.line } },
      splitArea: { show: false },
    },
    series,
  };
}
