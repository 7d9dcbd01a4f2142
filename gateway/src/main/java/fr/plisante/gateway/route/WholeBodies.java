package fr.plisante.gateway.route;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.coyote.BadRequestException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Breaks the connection to the service when the caller's body breaks off. Otherwise Apache's client would close a
 * chunked body as if it were complete, and the service would store half a file.
 */
final class WholeBodies implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var body = request.getEntity();
        if (body != null) {
            request.setEntity(new Passed(body, scope.execRuntime));
        }
        return chain.proceed(request, scope);
    }

    private static final class Passed extends HttpEntityWrapper {

        private final ExecRuntime connection;

        Passed(HttpEntity body, ExecRuntime connection) {
            super(body);
            this.connection = connection;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try {
                super.writeTo(out);
            } catch (BadRequestException cut) {
                connection.discardEndpoint();
                throw cut;
            }
        }
    }
}
