package fr.plisante.starter.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * The most that a service reads into memory of one body. It stands where a controller asks for a body as an object, so
 * that files, which are streamed, have limits of their own.
 */
@ControllerAdvice
class BodyLimit extends RequestBodyAdviceAdapter {

    private final int most;

    BodyLimit(DataSize most) {
        this.most = Math.toIntExact(most.toBytes());
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        if (message.getHeaders().getContentLength() > most) {
            throw CommonRefusals.contentTooLarge();
        }
        // Read to its end here: thrown in the middle of the parsing, the refusal would become a failure to parse.
        var body = message.getBody().readNBytes(most + 1);
        if (body.length > most) {
            throw CommonRefusals.contentTooLarge();
        }
        return new Whole(message.getHeaders(), body);
    }

    private record Whole(HttpHeaders headers, byte[] body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }
    }
}
