import { offerTasks } from './offer-tasks'
import { rasterTasks } from './raster-tasks'

offerTasks(rasterTasks)
