import type { Span, Tracer } from "@opentelemetry/api";
import type { JobOutcome } from "../pipeline/runner.ts";
import type { WorkerEvents } from "./events.ts";

/** What a worker does, told to OpenTelemetry: a span a job, under it one for each document, under that one for each stage. */
export type Traces = Pick<WorkerEvents, "started" | "done" | "ended"> & {
  /** Sends what has not been sent. */
  close(): Promise<void>;
};

const NO_TRACES: Traces = { started: () => {}, done: () => {}, ended: () => {}, close: async () => {} };

/** Whether traces are asked for, by the variables that OpenTelemetry gives for that. */
export const tracesAreAskedFor = (env: NodeJS.ProcessEnv): boolean =>
  env.OTEL_SDK_DISABLED !== "true" &&
  env.OTEL_TRACES_EXPORTER !== "none" &&
  Boolean(env.OTEL_EXPORTER_OTLP_ENDPOINT || env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);

/** Traces to the collector that the environment names, by OTLP over HTTP; where it names none, nothing is even loaded. */
export async function openTraces(worker: string): Promise<Traces> {
  if (!tracesAreAskedFor(process.env)) return NO_TRACES;
  const [{ trace, context, SpanStatusCode }, sdk, { OTLPTraceExporter }, resources] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const named = resources.resourceFromAttributes({ "service.name": "answerable", "service.instance.id": worker });
  const provider = new sdk.TracerProvider({
    resource: resources
      .defaultResource()
      .merge(named)
      .merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer("answerable");
  const inHand = new Map<string, Span>();
  const under = (span: Span) => trace.setSpan(context.active(), span);
  return {
    started({ id, kind, batch, documents, attempt }) {
      const attributes = { "answerable.batch": batch, "answerable.documents": documents.length, attempt };
      inHand.set(id, tracer.startSpan(kind, { attributes, root: true }));
    },
    done({ id, batch, document }, outcome) {
      const span = inHand.get(id);
      const attributes = {
        "answerable.batch": batch,
        "answerable.document": document,
        "answerable.code": outcome.failure?.code ?? "none",
      };
      if (span) addDocument(tracer, attributes, outcome, under(span), under);
    },
    ended({ id }, error) {
      const span = inHand.get(id);
      inHand.delete(id);
      if (error) span?.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
      span?.end();
    },
    close: () => provider.shutdown(),
  };
}

type Context = Parameters<Tracer["startSpan"]>[2];

/** A document's stages are over when they are told of: their spans end one after another, the last one now. */
function addDocument(
  tracer: Tracer,
  attributes: Record<string, string>,
  { seconds = {} }: JobOutcome,
  parent: Context,
  under: (span: Span) => Context,
): void {
  const end = Date.now();
  const took = Object.values(seconds).reduce((sum, each) => sum + each, 0);
  let at = end - took * 1000;
  const span = tracer.startSpan("document", { attributes, startTime: at }, parent);
  for (const [stage, each] of Object.entries(seconds)) {
    const part = tracer.startSpan(stage, { startTime: at }, under(span));
    at += each * 1000;
    part.end(at);
  }
  span.end(end);
}
