package fr.plisante.directory.search;

import java.util.HashMap;
import java.util.Map;

/**
 * The position of the index in the topic. Each Lucene commit has it.
 *
 * @param topicId the topic's own id
 * @param offsets the next offset of each partition
 * @param whole whether the index had all that was on the topic, once; before that it is not searched
 */
record Position(String topicId, Map<Integer, Long> offsets, boolean whole) {

    private static final String FORMAT = "format";
    private static final String TOPIC = "topicId";
    private static final String OFFSET = "offset.";
    private static final String WHOLE = "whole";

    static final Position NOWHERE = new Position("", Map.of(), false);

    static boolean isOfOurFormat(Map<String, String> commit) {
        return EntryDocument.FORMAT.equals(commit.get(FORMAT));
    }

    static Position from(Map<String, String> commit) {
        var offsets = new HashMap<Integer, Long>();
        commit.forEach((key, value) -> {
            if (key.startsWith(OFFSET)) {
                offsets.put(Integer.valueOf(key.substring(OFFSET.length())), Long.valueOf(value));
            }
        });
        return new Position(commit.getOrDefault(TOPIC, ""), offsets, Boolean.parseBoolean(commit.get(WHOLE)));
    }

    Map<String, String> asCommit() {
        var commit = new HashMap<String, String>();
        commit.put(FORMAT, EntryDocument.FORMAT);
        commit.put(TOPIC, topicId);
        commit.put(WHOLE, Boolean.toString(whole));
        offsets.forEach((partition, offset) -> commit.put(OFFSET + partition, Long.toString(offset)));
        return commit;
    }
}
