// The reference personal data server and directory, on loopback, with what
// people of a fictional city did there, through its own API.  Prints where
// things are as one line of JSON, obeys "forget" and "hide", each answered by
// a line, and ends with its standard input.
import { createInterface } from 'node:readline'
import { TestNetworkNoAppView } from '@atproto/dev-env'

const net = await TestNetworkNoAppView.create({ dbPostgresSchema: 'none' })
const sc = net.getSeedClient()
const at = (day, n) =>
  new Date(Date.UTC(2024, 9, day, 1, 0, n)).toISOString()

const join = async (name) => {
  await sc.createAccount(name, {
    handle: name + '.test', email: name + '@kota.example', password: 'rahasia'
  })
  return sc.dids[name]
}
const calon = await join('calon')
const pegawai = await join('pegawai')
const hilang = await join('hilang')

const posts = []
for (let n = 0; n < 3; n++)
  posts.push(await sc.post(calon, 'Pasar pagi ' + n, undefined, undefined,
    undefined, { createdAt: at(1, n) }))
// More than a page: what a server shows at once is 100.
for (let n = 0; n < 130; n++)
  await sc.post(pegawai, 'Catatan ' + n, undefined, undefined, undefined,
    { createdAt: at(2, n) })
await sc.like(pegawai, posts[0].ref, { createdAt: at(3, 0) })
await sc.like(pegawai, posts[2].ref, { createdAt: at(3, 1) })
await sc.follow(pegawai, calon, { createdAt: at(3, 2) })
await sc.post(hilang, 'Sampai jumpa')

const local = (url) => url.replace('localhost', '127.0.0.1')
console.log(JSON.stringify({
  pds: local(net.pds.url), plc: local(net.plc.url), calon, pegawai, hilang,
  liked: [posts[0].ref.uriStr, posts[2].ref.uriStr]
}))
for await (const word of createInterface({ input: process.stdin })) {
  if (word === 'forget') // unlike the first
    await sc.agent.com.atproto.repo.deleteRecord({
      repo: pegawai, collection: 'app.bsky.feed.like',
      rkey: (await sc.agent.com.atproto.repo.listRecords({
        repo: pegawai, collection: 'app.bsky.feed.like', reverse: true
      })).data.records[0].uri.split('/').pop()
    }, { encoding: 'application/json', headers: sc.getHeaders(pegawai) })
  if (word === 'hide')
    await sc.agent.com.atproto.server.deactivateAccount({},
      { encoding: 'application/json', headers: sc.getHeaders(hilang) })
  console.log(word)
}
await net.close()
process.exit(0)
