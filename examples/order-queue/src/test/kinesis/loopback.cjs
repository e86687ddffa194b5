// Of itself the emulator listens on every interface.
const net = require("node:net");

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (port, ...more) {
  const listening = more.find((argument) => typeof argument === "function");
  return listen.call(this, port, "127.0.0.1", listening);
};
