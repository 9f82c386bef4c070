// The library that draws, in a chunk of its own: the first answer does not wait for it.
import { RadarChart } from 'echarts/charts';
import { RadarComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([RadarChart, RadarComponent, SVGRenderer]);

export { init };
