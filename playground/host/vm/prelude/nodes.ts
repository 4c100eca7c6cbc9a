/** Part of the prelude: the objects of nodes and images, over the host’s operations. */
export const nodesPart = String.raw`
  const prototypes = {}
  const findMethods = {
    findAll(callback) {
      const nodes = call('node.descendants', [this, 'findAll', callback])
      return callback === undefined ? nodes : nodes.filter((node) => callback(node))
    },
    findOne(callback) {
      for (const node of call('node.descendants', [this, 'findOne', callback])) if (callback(node)) return node
      return null
    },
    findChildren(callback) {
      const nodes = call('node.descendants', [this, 'findChildren', callback])
      return callback === undefined ? nodes : nodes.filter((node) => callback(node))
    },
    findChild(callback) {
      for (const node of call('node.descendants', [this, 'findChild', callback])) if (callback(node)) return node
      return null
    }
  }

  function define(target, name, descriptor) {
    Object.defineProperty(target, name, Object.assign({ enumerable: true, configurable: false }, descriptor))
  }

  function addMembers(target, members, operation, argumentsOf) {
    for (const name of members.read) {
      const descriptor = {
        get() {
          return freeze(call(operation + '.get', argumentsOf(this, name)))
        }
      }
      if (members.write.indexOf(name) !== -1) {
        descriptor.set = function (value) {
          call(operation + '.set', argumentsOf(this, name).concat([value]))
        }
      }
      define(target, name, descriptor)
    }
    for (const name of members.methods) {
      const method = { [name](...values) { return call(operation + '.call', argumentsOf(this, name).concat(values)) } }
      define(target, name, { value: method[name], writable: false })
    }
  }

  for (const kind of Object.keys(shape.nodes)) {
    const members = shape.nodes[kind]
    const prototype = {}
    addMembers(prototype, members, 'node', (self, name) => [self, name])
    for (const name of members.finds) define(prototype, name, { value: findMethods[name], writable: false })
    if (kind === 'PAGE') {
      for (const name of ['on', 'once', 'off']) {
        const listen = function (type, callback) {
          eventMethods('page:' + nodeIds.get(this).id + '.')[name](type, callback)
        }
        define(prototype, name, { value: listen, writable: false })
      }
    }
    define(prototype, 'toString', { value() { return call('node.call', [this, 'toString']) }, writable: false })
    prototypes[kind] = Object.preventExtensions(prototype)
  }

  function wrapNode(id, kind) {
    const node = Object.create(prototypes[kind])
    nodeIds.set(node, { id, kind })
    define(node, 'id', { value: id, writable: false })
    return Object.preventExtensions(node)
  }

  function wrapImage(hash) {
    const image = {}
    imageHashes.set(image, hash)
    define(image, 'hash', { value: hash, writable: false })
    define(image, 'getBytesAsync', { value: () => call('image.getBytesAsync', [hash]), writable: false })
    define(image, 'getSizeAsync', { value: () => call('image.getSizeAsync', [hash]), writable: false })
    return Object.preventExtensions(image)
  }
`
