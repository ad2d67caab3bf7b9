package callcentre.runner.gateway;

import java.util.List;
import java.util.Map;

/** A whole HTTP answer. */
record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {}
