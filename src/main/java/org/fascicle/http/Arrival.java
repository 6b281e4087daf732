package org.fascicle.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Lets a request in when its body is here, so that one that trickles keeps nobody from anything: it takes neither a thread nor
 * a place among those that are worked on, only its bytes. Of a long body this holds for the beginning; {@link Body} bounds the
 * time of the rest.
 */
final class Arrival extends Handler.Wrapper {
    private static final int AWAITED = 64 * 1024;

    private final Duration patience;

    /** @param patience how long a sender may take */
    Arrival(Duration patience, Handler next) {
        super(next);
        this.patience = patience;
    }

    /** Who waits for a word before sending is told by the door whether to send. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() == 0 || request.getHeaders().contains(HttpHeader.EXPECT)) {
            return super.handle(request, response, callback);
        }
        Arriving arriving = new Arriving(request, response, callback);
        if (arriving.isHere()) {
            return super.handle(arriving.request(), response, callback);
        }
        arriving.await();
        return true;
    }

    /** A body on its way. What was read of it is copied, since a byte that is kept as it came keeps all of its buffer. */
    private final class Arriving implements Invocable.Task {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        private final Deque<Content.Chunk> read = new ArrayDeque<>();
        private final AtomicBoolean isDecided = new AtomicBoolean();
        private Scheduler.Task late = () -> false;

        Arriving(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /** Reads what there is; true when that is all, or enough to go on with. */
        boolean isHere() {
            while (arrived.size() < AWAITED) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    keep(false);
                    read.add(chunk);
                    return true;
                }
                ByteBuffer bytes = chunk.getByteBuffer();
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                arrived.writeBytes(copy);
                chunk.release();
                if (chunk.isLast()) {
                    keep(true);
                    return true;
                }
            }
            keep(false);
            return true;
        }

        private void keep(boolean isAll) {
            if (isAll || arrived.size() > 0) {
                read.add(Content.Chunk.from(ByteBuffer.wrap(arrived.toByteArray()), isAll));
            }
        }

        void await() {
            late = request.getComponents()
                    .getScheduler()
                    .schedule(this::refuse, patience.toMillis(), TimeUnit.MILLISECONDS);
            request.demand(this);
        }

        /** More has come. Nothing is worked on here, for this thread serves all connections. */
        @Override
        public void run() {
            if (isDecided.get()) {
                return;
            }
            if (!isHere()) {
                request.demand(this);
            } else if (isDecided.compareAndSet(false, true)) {
                late.cancel();
                request.getContext().execute(this::letIn);
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        /** Jetty declares the broadest exception; whatever it is, it is told as Jetty would. */
        private void letIn() {
            try {
                if (!getHandler().handle(request(), response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception failed) {
                Response.writeError(request, response, callback, failed);
            }
        }

        private void refuse() {
            if (isDecided.compareAndSet(false, true)) {
                Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
            }
        }

        /** The request with what was read of it in front. */
        Request request() {
            return new Request.Wrapper(request) {
                @Override
                public Content.Chunk read() {
                    Content.Chunk first = read.poll();
                    return first == null ? super.read() : first;
                }
            };
        }
    }
}
