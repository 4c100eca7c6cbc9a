/**
 * An error that the platform throws into the plugin's code. The message is the part after `in <operation>: `, which
 * the API adds. Anything else thrown by the host is a defect of the playground and is reported as one.
 */
export class PluginError extends Error {
  override readonly name = 'PluginError'
}
