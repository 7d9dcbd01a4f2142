package fr.plisante.starter.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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

    /** What is read is noted in such steps, so that a caller who announces much and sends little holds little. */
    private static final int STEP = 64 * 1024;

    private final int most;
    private final HeldMemory held;

    BodyLimit(DataSize most, HeldMemory held) {
        this.most = Math.toIntExact(most.toBytes());
        this.held = held;
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
        return new Whole(message.getHeaders(), read(message.getBody()));
    }

    private byte[] read(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        byte[] step;
        do {
            step = in.readNBytes(STEP);
            held.hold(step.length);
            body.write(step);
            if (body.size() > most) {
                throw CommonRefusals.contentTooLarge();
            }
        } while (step.length == STEP);
        return body.toByteArray();
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
