// Preloaded into every thread of a run (NODE_OPTIONS=--require): whatever would open a connection or ask for an address is written
// down in the file that NETWORK_LOG names, and refused.
const dgram = require("node:dgram");
const dns = require("node:dns");
const { appendFileSync } = require("node:fs");
const net = require("node:net");

function refuse(what) {
  return () => {
    appendFileSync(process.env.NETWORK_LOG, `${what}\n`);
    throw new Error(`no network: ${what}`);
  };
}

net.Socket.prototype.connect = refuse("net.connect");
dgram.Socket.prototype.send = refuse("dgram.send");
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
  dns[name] = refuse(`dns.${name}`);
  dns.promises[name] = refuse(`dns.promises.${name}`);
}
globalThis.fetch = refuse("fetch");
