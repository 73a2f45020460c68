// GET /api/openapi.json: every route with what it takes and answers, read from the routes themselves.
import { toJsonSchema } from '@valibot/to-json-schema'
import type { Hono } from 'hono'
import type { GenericSchema } from 'valibot'
import { factsOf, type RouteFacts } from './describe.ts'
import { ErrorAnswer } from './errors.ts'

type JsonObject = Record<string, unknown>
type Listed = { method: string; path: string; facts: RouteFacts }
type RouteList = Pick<Hono, 'routes'>['routes']

/** The routes with everything that their handlers were told; middlewares alone make no route. */
export const listRoutes = (routes: RouteList): Listed[] => {
  const found = new Map<string, Listed>()
  for (const { method, path, handler } of routes) {
    if (method === 'ALL') continue
    const known = found.get(`${method} ${path}`) ?? { method, path, facts: {} }
    found.set(`${method} ${path}`, { ...known, facts: { ...known.facts, ...factsOf(handler) } })
  }
  return [...found.values()]
}

const schemaOf = (schema: GenericSchema, typeMode: 'input' | 'output'): JsonObject => {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode,
    errorMode: 'ignore',
  })
  return rest as JsonObject
}

const content = (schema: JsonObject, media = 'application/json') => ({ content: { [media]: { schema } } })

const pathParameters = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

const queryParameters = (schema: GenericSchema) => {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonObject>
    required?: string[]
  }
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: one,
  }))
}

const success = ({ answer, status, media }: RouteFacts): JsonObject => {
  if (answer === null) return { [status ?? 204]: { description: 'Done' } }
  const schema = answer ? schemaOf(answer, 'output') : {}
  return { [status ?? 200]: { description: 'Done', ...content(schema, media) } }
}

const operationOf = ({ method, path, facts }: Listed, open: ReadonlySet<string>): JsonObject => ({
  summary: facts.summary ?? '',
  tags: [path.startsWith('/shops/:shop/') ? (path.split('/')[3] ?? 'shops') : (path.split('/')[1] ?? '')],
  parameters: [...pathParameters(path), ...(facts.query ? queryParameters(facts.query) : [])],
  ...(facts.body ? { requestBody: { required: true, ...content(schemaOf(facts.body, 'input')) } } : {}),
  responses: {
    ...success(facts),
    default: { description: 'Refused, or a fault', ...content({ $ref: '#/components/schemas/Error' }) },
  },
  ...(open.has(`${method} ${path}`) ? { security: [] } : {}),
})

/** `open`: routes that need no session, as the gate has them. `server`: where the API lives, for example `/lapak/api`. */
export const openApiDocument = (
  routes: RouteList,
  about: { version: string; server: string; open: ReadonlySet<string> },
): JsonObject => {
  const paths: Record<string, JsonObject> = {}
  for (const route of listRoutes(routes)) {
    const path = route.path.replace(/:(\w+)(\{[^}]*\})?\??/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, about.open) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lapak',
      version: about.version,
      description:
        'The API of the dashboard. A session is a cookie; whatever changes something needs the header x-csrf with the token that GET /session answers. Times are milliseconds since 1970, money is whole rupiah.',
    },
    servers: [{ url: about.server }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Error: schemaOf(ErrorAnswer, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lapak' } },
    },
  }
}
