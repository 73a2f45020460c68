// Fakes listen on loopback: a proxy in the environment must not see those calls.
process.env['NO_PROXY'] = '127.0.0.1,localhost'
