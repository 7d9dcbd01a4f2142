package fr.plisante.starter.store;

import com.mongodb.client.model.Updates;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into updates of single fields, {@code place.city} rather than {@code place}, so that fields this version
 * does not know survive, nested ones too. The id is left out, and so is an enum's {@code UNKNOWN}: what could not be read
 * is not written over.
 */
public final class Fields {

    private Fields() {}

    /** Sets every field to what the record says; an absent value removes its field. */
    public static Bson set(Record state) {
        var updates = new ArrayList<Bson>();
        compare(null, state, "", updates);
        return Updates.combine(updates);
    }

    /** Sets the fields in which the second record differs from the first. */
    public static <T extends Record> Bson changes(T before, T after) {
        var updates = new ArrayList<Bson>();
        compare(before, after, "", updates);
        return Updates.combine(updates);
    }

    private static void compare(@Nullable Record before, Record after, String path, List<Bson> updates) {
        for (var component : after.getClass().getRecordComponents()) {
            var name = path + component.getName();
            var next = value(component, after);
            var last = before == null ? null : value(component, before);
            var stays = before == null ? UnknownEnums.isUnknown(next) : Objects.equals(last, next);
            if (stays || component.getAccessor().isAnnotationPresent(BsonId.class)) {
                continue;
            }
            if (next instanceof Record nested && (before == null || last instanceof Record)) {
                compare(last instanceof Record known ? known : null, nested, name + ".", updates);
            } else {
                updates.add(next == null ? Updates.unset(name) : Updates.set(name, next));
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Record state) {
        try {
            return component.getAccessor().invoke(state);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Stored records are public: " + state.getClass(), e);
        }
    }
}
