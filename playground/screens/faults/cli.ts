import { drawFaults } from './draw-faults'
import { troubleshootingFile } from './troubleshooting'

/** `npm run faults`: makes the page on what can go wrong, with its pictures. */
const bytes = await drawFaults()
console.log(`look at ${troubleshootingFile}; its pictures take ${Math.ceil(bytes / 1000)} kB`)
