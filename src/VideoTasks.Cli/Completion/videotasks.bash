# bash completion for videotasks. Load it with: source <(videotasks completion bash)
_videotasks() {
    local line="${COMP_LINE:0:$COMP_POINT}" candidate
    COMPREPLY=()
    while IFS= read -r candidate; do
        COMPREPLY+=("$(printf '%q' "$candidate")")
    done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o default -F _videotasks videotasks
