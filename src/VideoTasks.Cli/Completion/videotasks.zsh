#compdef videotasks
# zsh completion for videotasks. Load it with: source <(videotasks completion zsh)
_videotasks() {
    local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
    local -a candidates
    candidates=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    candidates=(${candidates:#})
    if (( ${#candidates} )); then
        compadd -a candidates
    else
        _files
    fi
}
compdef _videotasks videotasks
