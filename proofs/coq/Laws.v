(* LAW-4 (the backward pass is linear in g), LAW-5 (Euler's identity), LAW-8 (balanced units); from laws of a commutative semiring without one. *)
Require Import List Arith Lia Bool.
From Stillpoint Require Import Model.
Import ListNotations.
Set Implicit Arguments.

Section Laws.
Variables Q Act : Type.
Variable zero : Q.
Variables add mul : Q -> Q -> Q.
Variable sigma : Act -> Q -> Q.
Variable slope : Act -> Q -> Q -> Q.

(* specs/theory/numbers/arithmeticOfZero.key, orderOfAddition.key, distribution.key, ring.key *)
Hypothesis axiomAddZeroRight : forall q, add q zero = q.
Hypothesis axiomMulZeroRight : forall q, mul q zero = zero.
Hypothesis axiomAddCommutes : forall q r, add q r = add r q.
Hypothesis axiomAddSwap : forall q r s, add (add q r) s = add (add q s) r.
Hypothesis axiomMulCommutes : forall q r, mul q r = mul r q.
Hypothesis axiomMulSwap : forall q r s, mul (mul q r) s = mul (mul q s) r.
Hypothesis axiomDistribute : forall q r s, mul (add q r) s = add (mul q s) (mul r s).

Notation at_ := (at_ zero).
Notation dot := (dot zero add mul).
Notation plusScaled := (plusScaled zero add mul).
Notation matPlusScaled := (matPlusScaled zero add mul).
Notation stackPlusScaled := (stackPlusScaled zero add mul).
Notation weightGradientOf := (weightGradientOf zero add mul sigma slope).
Notation biasGradientOf := (biasGradientOf zero add mul slope).
Notation preactivationsOf := (preactivationsOf zero add mul sigma).
Notation preactivation := (preactivation zero add mul sigma).
Notation delta := (delta zero add mul slope).
Notation back := (back zero add mul slope).
Notation outer := (outer zero mul).
Notation column := (column zero).
Notation scaled := (scaled zero mul).
Notation layerInput := (layerInput zero sigma).

(* arithmetic *)
Lemma addAssoc a b c : add a (add b c) = add (add a b) c.
Proof. rewrite axiomAddCommutes, axiomAddSwap, (axiomAddCommutes b a). reflexivity. Qed.
Lemma addFour a b c d : add (add a b) (add c d) = add (add a c) (add b d).
Proof. rewrite !addAssoc. f_equal. apply axiomAddSwap. Qed.
Lemma mulAssoc a b c : mul a (mul b c) = mul (mul a b) c.
Proof. rewrite axiomMulCommutes, axiomMulSwap, (axiomMulCommutes b a). reflexivity. Qed.
Lemma distributeLeft a b c : mul a (add b c) = add (mul a b) (mul a c).
Proof. rewrite axiomMulCommutes, axiomDistribute, (axiomMulCommutes b), (axiomMulCommutes c). reflexivity. Qed.

(* sums *)
Fixpoint sum (n : nat) (f : nat -> Q) : Q := match n with 0 => zero | S m => add (sum m f) (f m) end.
Lemma dot_sum u v n : dot u v n = sum n (fun i => mul (at_ u i) (at_ v i)).
Proof. induction n as [|n IH]; simpl; [reflexivity | rewrite IH; reflexivity]. Qed.
Lemma sum_ext n f f2 : (forall i, i < n -> f i = f2 i) -> sum n f = sum n f2.
Proof. induction n as [|n IH]; intros H; simpl; [reflexivity|]. rewrite IH by (intros; apply H; lia). rewrite H by lia. reflexivity. Qed.
Lemma sum_zero n : sum n (fun _ => zero) = zero.
Proof. induction n as [|n IH]; simpl; [reflexivity | rewrite IH; apply axiomAddZeroRight]. Qed.
Lemma sum_add n f f2 : sum n (fun i => add (f i) (f2 i)) = add (sum n f) (sum n f2).
Proof. induction n as [|n IH]; simpl; [rewrite axiomAddZeroRight; reflexivity | rewrite IH; apply addFour]. Qed.
Lemma sum_mul n f c : sum n (fun i => mul c (f i)) = mul c (sum n f).
Proof. induction n as [|n IH]; simpl; [rewrite axiomMulZeroRight; reflexivity | rewrite IH, distributeLeft; reflexivity]. Qed.
Lemma sum_exchange n m f : sum n (fun i => sum m (f i)) = sum m (fun j => sum n (fun i => f i j)).
Proof. induction n as [|n IH]; simpl; [rewrite sum_zero; reflexivity | rewrite IH, sum_add; reflexivity]. Qed.

(* entries of sums of vectors as long as each other *)
Lemma at_plusScaled_all u c v i : len u = len v -> at_ (plusScaled u c v) i = add (at_ u i) (mul c (at_ v i)).
Proof.
  intros E. rewrite at_plusScaled. cases. rewrite !at_outside by lia. rewrite axiomMulZeroRight, axiomAddZeroRight. reflexivity.
Qed.
Lemma at_scaled_all c v i : at_ (scaled c v) i = mul c (at_ v i).
Proof. rewrite at_scaled. cases. rewrite at_outside by assumption. rewrite axiomMulZeroRight. reflexivity. Qed.
Lemma dot_plusScaled w u c v n : len u = len v -> dot w (plusScaled u c v) n = add (dot w u n) (mul c (dot w v n)).
Proof.
  intros E. rewrite !dot_sum, <- sum_mul, <- sum_add. apply sum_ext. intros i _.
  rewrite at_plusScaled_all by assumption. rewrite distributeLeft, !mulAssoc, (axiomMulCommutes c). reflexivity.
Qed.
Lemma dot_scaled w c v n : dot w (scaled c v) n = mul c (dot w v n).
Proof.
  rewrite !dot_sum, <- sum_mul. apply sum_ext. intros i _. rewrite at_scaled_all, !mulAssoc, (axiomMulCommutes c). reflexivity.
Qed.

(* ---- LAW-4 ---- *)
Lemma back_linear W F kappa z g c h : len g = len h -> forall n l,
  back W F kappa z (plusScaled g c h) n l = plusScaled (back W F kappa z g n l) c (back W F kappa z h n l)
  /\ len (back W F kappa z g n l) = len (back W F kappa z h n l).
Proof.
  intros E n. induction n as [|n IH]; intros l; simpl; [split; [reflexivity | assumption]|].
  destruct (IH (l + 1)) as [above EL]. rewrite above. split; [|rewrite !len_hadamard, !len_affine, !rows_transpose; reflexivity].
  apply vec_ext with zero.
  - rewrite len_plusScaled, !len_hadamard, !len_affine. reflexivity.
  - intros i L. rewrite len_hadamard, len_affine, rows_transpose in L.
    rewrite at_plusScaled, !at_hadamard, len_hadamard, !len_affine, !at_affine, !rows_transpose, !row_transpose. cases; try (exfalso; simpl in *; lia).
    rewrite len_plusScaled, dot_plusScaled by assumption. rewrite axiomDistribute, !mulAssoc, EL. reflexivity.
Qed.
Lemma delta_linear W F kappa z g c h l : len g = len h ->
  delta W F kappa z (plusScaled g c h) l = plusScaled (delta W F kappa z g l) c (delta W F kappa z h l).
Proof. intros E. apply back_linear. assumption. Qed.
Lemma len_delta_linear W F kappa z g h l : len g = len h -> len (delta W F kappa z g l) = len (delta W F kappa z h l).
Proof. intros E. apply (back_linear W F kappa z g zero h E). Qed.

Theorem LAW_4 W B F kappa x z g c h : len g = len h ->
  weightGradientOf W F kappa x z (plusScaled g c h) = stackPlusScaled (weightGradientOf W F kappa x z g) c (weightGradientOf W F kappa x z h)
  /\ biasGradientOf W B F kappa z (plusScaled g c h) = matPlusScaled (biasGradientOf W B F kappa z g) c (biasGradientOf W B F kappa z h).
Proof.
  intros E. pose proof (fun l => @len_delta_linear W F kappa z g h l E) as EL. split.
  - apply stack_ext; [rewrite depth_stackPlusScaled, !depth_weightGradientOf; reflexivity|]. intros l L. rewrite depth_weightGradientOf in L.
    rewrite layer_stackPlusScaled, depth_weightGradientOf, !layer_weightGradientOf. cases. rewrite delta_linear by assumption.
    apply mat_ext; [rewrite rows_matPlusScaled, !rows_outer; apply len_plusScaled|]. intros i Li. rewrite rows_outer, len_plusScaled in Li.
    rewrite row_matPlusScaled, rows_outer, !row_outer, len_plusScaled. specialize (EL l). cases.
    apply vec_ext with zero; [rewrite len_plusScaled, !len_scaled; reflexivity|]. intros k Lk.
    rewrite !at_scaled_all, !at_plusScaled_all, !at_scaled_all by (rewrite ?len_scaled; auto).
    rewrite axiomDistribute, !mulAssoc. reflexivity.
  - apply mat_ext; [rewrite rows_matPlusScaled; unfold Model.biasGradientOf; rewrite !rows_deltasWhereBias, !rows_deltasOf; reflexivity|]. intros l _.
    rewrite row_matPlusScaled, !row_biasGradientOf. unfold Model.biasGradientOf. rewrite rows_deltasWhereBias, rows_deltasOf. cases.
    unfold deltaWhereBias. cases; [|apply delta_linear; assumption]. destruct (row B l); [reflexivity | discriminate].
Qed.

(* ---- positively homogeneous activations ---- *)
Definition homogeneous f kappa := forall z, sigma f z = mul (slope f kappa z) z.
Definition homogeneousActivations (F : Activations Act) kappa n := forall k, k < n -> homogeneous (F k) kappa.
Definition noBiases (B : Mat Q) := forall k, len (row B k) = 0.

(* ---- LAW-5 ---- *)
Fixpoint frobenius (M N : Mat Q) (n : nat) : Q :=
  match n with 0 => zero | S m => add (frobenius M N m) (dot (row M m) (row N m) (len (row M m))) end.
Definition eulersIdentity W B F T x g := forall k, k < depth W ->
  frobenius (layer W k) (layer T k) (rows (layer W k)) = dot g (preactivation W B F x (depth W - 1)) (len g).

Lemma len_delta W B F kappa x g l : len g = rows (layer W (depth W - 1)) -> l < depth W ->
  len (delta W F kappa (preactivationsOf W B F x) g l) = rows (layer W l).
Proof.
  intros E L. destruct (Nat.lt_ge_cases l (depth W - 1)).
  - rewrite len_delta_hidden by assumption. rewrite row_preactivationsOf. cases. apply len_preactivation.
  - rewrite delta_last by assumption. replace l with (depth W - 1) by lia. assumption.
Qed.
Lemma at_preactivation_row W B F x l i : len (row B l) = 0 -> i < rows (layer W l) ->
  at_ (preactivation W B F x l) i = dot (row (layer W l) i) (input zero add mul sigma W B F x l) (len (input zero add mul sigma W B F x l)).
Proof. intros HB L. unfold Model.preactivation. rewrite at_affine. cases. Qed.
Lemma frobenius_outer M d a n : hasColumns M (len a) -> n <= rows M -> n <= len d ->
  frobenius M (outer d a) n = sum n (fun i => mul (at_ d i) (dot (row M i) a (len a))).
Proof.
  intros H. induction n as [|n IH]; intros L L2; simpl; [reflexivity|]. rewrite IH by lia. f_equal.
  rewrite row_outer. cases. rewrite dot_scaled, H by lia. reflexivity.
Qed.
(* what comes back to a layer, times what goes up from it *)
Lemma back_times M d a : hasColumns M (len a) -> len d = rows M ->
  sum (len a) (fun j => mul (dot (column M j) d (len d)) (at_ a j)) = sum (rows M) (fun i => mul (at_ d i) (dot (row M i) a (len a))).
Proof.
  intros H E. rewrite E.
  transitivity (sum (len a) (fun j => sum (rows M) (fun i => mul (at_ d i) (mul (at_ (row M i) j) (at_ a j))))).
  - apply sum_ext. intros j _. rewrite axiomMulCommutes, dot_sum, <- sum_mul. apply sum_ext. intros i L. rewrite at_column. cases.
    rewrite mulAssoc, axiomMulCommutes, (axiomMulCommutes (at_ a j)). reflexivity.
  - rewrite sum_exchange. apply sum_ext. intros i L. rewrite dot_sum, sum_mul. reflexivity.
Qed.

Lemma columns_input W B F x l : network W B (len x) -> l < depth W -> hasColumns (layer W l) (len (input zero add mul sigma W B F x l)).
Proof. intros (_ & _ & N) L. rewrite len_input. apply N. assumption. Qed.
Lemma row_preactivationsOf_in W B F x l : l < depth W -> row (preactivationsOf W B F x) l = preactivation W B F x l.
Proof. intros L. rewrite row_preactivationsOf. cases. Qed.
Lemma at_delta_preactivationsOf W B F kappa x g l j : l < depth W - 1 -> j < rows (layer W l) -> at_ (delta W F kappa (preactivationsOf W B F x) g l) j =
  mul (dot (column (layer W (l + 1)) j) (delta W F kappa (preactivationsOf W B F x) g (l + 1)) (len (delta W F kappa (preactivationsOf W B F x) g (l + 1))))
    (slope (F l) kappa (at_ (preactivation W B F x l) j)).
Proof. intros L Lj. rewrite at_delta_hidden, row_preactivationsOf_in, len_preactivation by lia. cases. Qed.
Lemma at_input_above W B F x l j : j < rows (layer W l) -> at_ (input zero add mul sigma W B F x (l + 1)) j = sigma (F l) (at_ (preactivation W B F x l) j).
Proof. intros L. replace (l + 1) with (S l) by lia. simpl. rewrite at_activated, len_affine. cases. Qed.
Lemma euler_step W B F kappa x g l m :
  network W B m -> noBiases B -> homogeneous (F l) kappa -> len g = rows (layer W (depth W - 1)) -> l < depth W - 1 ->
  dot (delta W F kappa (preactivationsOf W B F x) g l) (preactivation W B F x l) (rows (layer W l))
  = dot (delta W F kappa (preactivationsOf W B F x) g (l + 1)) (preactivation W B F x (l + 1)) (rows (layer W (l + 1))).
Proof.
  intros (_ & _ & N) HB HF E L. set (d := delta W F kappa (preactivationsOf W B F x) g (l + 1)). set (a := input zero add mul sigma W B F x (l + 1)).
  assert (Ea : len a = rows (layer W l)). { unfold a. rewrite len_input. replace (l + 1) with (S l) by lia. reflexivity. }
  assert (HC : hasColumns (layer W (l + 1)) (len a)).
  { rewrite Ea. destruct (N (l + 1)) as [HC _]; [lia|]. replace (width W m (l + 1)) with (rows (layer W l)) in HC; [assumption|].
    replace (l + 1) with (S l) by lia. reflexivity. }
  rewrite !dot_sum. transitivity (sum (len a) (fun j => mul (dot (column (layer W (l + 1)) j) d (len d)) (at_ a j))).
  - rewrite Ea. apply sum_ext. intros j Lj. rewrite at_delta_preactivationsOf by assumption. unfold a. rewrite at_input_above by assumption.
    rewrite HF, mulAssoc. reflexivity.
  - rewrite back_times; [|assumption|apply len_delta; [assumption|lia]]. apply sum_ext. intros i Li.
    rewrite at_preactivation_row by (apply HB || assumption). reflexivity.
Qed.
Lemma euler_deltas W B F kappa x g m :
  network W B m -> noBiases B -> homogeneousActivations F kappa (depth W - 1) -> len g = rows (layer W (depth W - 1)) ->
  forall n l, l + n = depth W - 1 ->
  dot (delta W F kappa (preactivationsOf W B F x) g l) (preactivation W B F x l) (rows (layer W l)) = dot g (preactivation W B F x (depth W - 1)) (len g).
Proof.
  intros N HB HF E n. induction n as [|n IH]; intros l L.
  - replace l with (depth W - 1) by lia. rewrite delta_last, E by lia. reflexivity.
  - rewrite euler_step with (m := m) by (auto; try apply HF; lia). apply IH. lia.
Qed.
Lemma euler_of_deltas W B F kappa x g l :
  network W B (len x) -> noBiases B -> l < depth W -> len (delta W F kappa (preactivationsOf W B F x) g l) = rows (layer W l) ->
  frobenius (layer W l) (layer (weightGradientOf W F kappa x (preactivationsOf W B F x) g) l) (rows (layer W l))
  = dot (delta W F kappa (preactivationsOf W B F x) g l) (preactivation W B F x l) (rows (layer W l)).
Proof.
  intros N HB L E. rewrite layer_weightGradientOf. cases. rewrite layerInput_preactivationsOf by lia.
  rewrite frobenius_outer; [| apply columns_input; assumption | lia | lia].
  rewrite dot_sum. apply sum_ext. intros i Li. rewrite at_preactivation_row by (apply HB || assumption). reflexivity.
Qed.
Theorem LAW_5 W B F kappa x g :
  network W B (len x) -> len g = rows (layer W (depth W - 1)) -> noBiases B -> homogeneousActivations F kappa (depth W - 1) ->
  eulersIdentity W B F (weightGradientOf W F kappa x (preactivationsOf W B F x) g) x g.
Proof.
  intros N E HB HF l L. rewrite euler_of_deltas by (try assumption; apply len_delta; assumption).
  apply euler_deltas with (m := len x) (n := depth W - 1 - l); try assumption. lia.
Qed.

(* ---- LAW-8 ---- *)
Definition incoming (W : Stack Q) (B : Mat Q) (T : Stack Q) (N : Mat Q) l j :=
  add (dot (row (layer W l) j) (row (layer T l) j) (len (row (layer W l) j))) (mul (at_ (row B l) j) (at_ (row N l) j)).
Definition outgoing (W T : Stack Q) l j := dot (column (layer W (l + 1)) j) (column (layer T (l + 1)) j) (rows (layer W (l + 1))).
Definition balanced W B T N l j := incoming W B T N l j = outgoing W T l j.
Definition hiddenUnit (W : Stack Q) l j := l < depth W - 1 /\ j < rows (layer W l).

Theorem LAW_8_sample W B F kappa x g l j :
  network W B (len x) -> len g = rows (layer W (depth W - 1)) -> hiddenUnit W l j -> homogeneous (F l) kappa ->
  balanced W B (weightGradientOf W F kappa x (preactivationsOf W B F x) g) (biasGradientOf W B F kappa (preactivationsOf W B F x) g) l j.
Proof.
  intros N E (L & Lj) HF. unfold balanced, incoming, outgoing.
  assert (l < depth W /\ l + 1 < depth W) as [Ll Ll1] by lia.
  rewrite !layer_weightGradientOf, row_biasGradientOf. cases.
  pose proof (@len_delta W B F kappa x g l E Ll) as EL. pose proof (@len_delta W B F kappa x g (l + 1) E Ll1) as EL1.
  transitivity (mul (at_ (delta W F kappa (preactivationsOf W B F x) g l) j) (at_ (preactivation W B F x l) j)).
  - rewrite row_outer. cases. rewrite dot_scaled, layerInput_preactivationsOf by lia. rewrite (@columns_input W B F x l N Ll j Lj).
    replace (at_ (preactivation W B F x l) j) with (if len (row B l) =? 0 then dot (row (layer W l) j) (input zero add mul sigma W B F x l) (len (input zero add mul sigma W B F x l))
      else add (dot (row (layer W l) j) (input zero add mul sigma W B F x l) (len (input zero add mul sigma W B F x l))) (at_ (row B l) j))
      by (unfold Model.preactivation; rewrite at_affine; cases).
    unfold deltaWhereBias. cases.
    + rewrite (@at_outside _ zero (row B l) j) by lia. rewrite axiomMulZeroRight, axiomAddZeroRight. reflexivity.
    + rewrite distributeLeft, (axiomMulCommutes (at_ (row B l) j)). reflexivity.
  - rewrite at_delta_preactivationsOf by assumption.
    rewrite <- mulAssoc, <- HF. rewrite axiomMulCommutes, !dot_sum, <- sum_mul, EL1. apply sum_ext. intros i Li.
    rewrite !at_column, rows_outer, row_outer, layerInput_preactivationsOf by lia. cases. rewrite at_scaled_all, at_input_above by assumption.
    rewrite axiomMulCommutes, <- mulAssoc. reflexivity.
Qed.

(* a batch *)
Lemma incoming_plus W B T N c T2 N2 l j :
  l < depth T -> j < rows (layer T l) -> len (row (layer T l) j) = len (row (layer T2 l) j) -> len (row N l) = len (row N2 l) -> l < rows N ->
  incoming W B (stackPlusScaled T c T2) (matPlusScaled N c N2) l j = add (incoming W B T N l j) (mul c (incoming W B T2 N2 l j)).
Proof.
  intros L Lj E E2 L2. unfold incoming. rewrite layer_stackPlusScaled. cases. rewrite !row_matPlusScaled. cases.
  rewrite dot_plusScaled, at_plusScaled_all by assumption. rewrite !distributeLeft, !mulAssoc, (axiomMulCommutes (at_ (row B l) j) c), addFour.
  reflexivity.
Qed.
Lemma outgoing_plus W T c T2 l j :
  l + 1 < depth T -> rows (layer W (l + 1)) = rows (layer T (l + 1)) -> sameShape (layer T (l + 1)) (layer T2 (l + 1)) ->
  outgoing W (stackPlusScaled T c T2) l j = add (outgoing W T l j) (mul c (outgoing W T2 l j)).
Proof.
  intros L E (ER & EC). unfold outgoing. rewrite !dot_sum, <- sum_mul, <- sum_add. apply sum_ext. intros i Li.
  rewrite layer_stackPlusScaled. cases. rewrite !at_column, rows_matPlusScaled, row_matPlusScaled. cases.
  rewrite at_plusScaled_all by (apply EC; lia). rewrite distributeLeft, !mulAssoc, (axiomMulCommutes c). reflexivity.
Qed.
Lemma shape_weightGradientOf W B F kappa x g :
  network W B (len x) -> len g = rows (layer W (depth W - 1)) -> sameStackShape (weightGradientOf W F kappa x (preactivationsOf W B F x) g) W.
Proof.
  intros N E. split; [apply depth_weightGradientOf|]. intros l L. rewrite depth_weightGradientOf in L. rewrite layer_weightGradientOf. cases.
  rewrite layerInput_preactivationsOf by lia. pose proof (@len_delta W B F kappa x g l E L) as EL. split; [rewrite rows_outer; assumption|].
  intros i Li. rewrite rows_outer in Li. rewrite row_outer. cases. rewrite len_scaled. symmetry. apply (@columns_input W B F x l N L). lia.
Qed.
Lemma len_biasGradientOf W B F kappa x g l :
  network W B (len x) -> len g = rows (layer W (depth W - 1)) -> l < depth W -> len (row (biasGradientOf W B F kappa (preactivationsOf W B F x) g) l) = len (row B l).
Proof.
  intros (_ & _ & N) E L. rewrite row_biasGradientOf. cases. unfold deltaWhereBias. cases. rewrite (@len_delta W B F kappa x g l E L).
  destruct (N l L) as [_ [?|?]]; congruence.
Qed.
Notation sumOfWeightGradients := (sumOfWeightGradients zero add mul sigma slope).
Notation sumOfBiasGradients := (sumOfBiasGradients zero add mul sigma slope).
Lemma shape_zerosLikeStack (W : Stack Q) : sameStackShape (zerosLikeStack zero W) W.
Proof.
  split; [apply depth_zerosLikeStack|]. intros l L. rewrite depth_zerosLikeStack in L. rewrite layer_zerosLikeStack. cases. split; [apply rows_zerosLikeMat|].
  intros i Li. rewrite rows_zerosLikeMat in Li. rewrite row_zerosLikeMat. cases. apply len_zeroVec.
Qed.
Lemma shape_stackPlusScaled S c T W : sameStackShape S W -> sameStackShape (stackPlusScaled S c T) W.
Proof.
  intros [D H]. split; [rewrite depth_stackPlusScaled; assumption|].
  intros l L. rewrite depth_stackPlusScaled in L. rewrite layer_stackPlusScaled. cases. destruct (H l L) as [A C].
  split; [rewrite rows_matPlusScaled; assumption|]. intros i Li. rewrite rows_matPlusScaled in Li. rewrite row_matPlusScaled. cases.
  rewrite len_plusScaled. apply C. assumption.
Qed.
Lemma shape_sumOfWeightGradients W B F kappa loss X Y c n : sameStackShape (sumOfWeightGradients W B F kappa loss X Y c n) W.
Proof. induction n as [|n IH]; simpl; [apply shape_zerosLikeStack | apply shape_stackPlusScaled; assumption]. Qed.
(* as long as another, row for row, and of no row beyond it *)
Definition sameRows (M N : Mat Q) := rows M = rows N /\ forall l, len (row M l) = len (row N l).
Lemma shape_zerosLikeMat M : sameRows (zerosLikeMat zero M) M.
Proof. split; [apply rows_zerosLikeMat|]. intros l. rewrite row_zerosLikeMat. cases; [apply len_zeroVec | rewrite row_outside by assumption; reflexivity]. Qed.
Lemma shape_matPlusScaled M c T N : sameRows M N -> sameRows (matPlusScaled M c T) N.
Proof.
  intros [R H]. split; [rewrite rows_matPlusScaled; assumption|]. intros l. rewrite row_matPlusScaled. cases; [rewrite len_plusScaled; apply H|].
  rewrite row_outside by lia. reflexivity.
Qed.
Lemma shape_sumOfBiasGradients W B F kappa loss X Y c n : sameRows (sumOfBiasGradients W B F kappa loss X Y c n) B.
Proof. induction n as [|n IH]; simpl; [apply shape_zerosLikeMat | apply shape_matPlusScaled; assumption]. Qed.
Lemma balanced_sum W B F kappa loss X Y c l j m :
  network W B m -> hasColumns X m -> (forall f y, len (loss f y) = len f) ->
  hiddenUnit W l j -> homogeneous (F l) kappa -> forall n, n <= rows X ->
  balanced W B (sumOfWeightGradients W B F kappa loss X Y c n) (sumOfBiasGradients W B F kappa loss X Y c n) l j.
Proof.
  intros N HX HL (L & Lj) HF n. induction n as [|n IH]; intros Ln; unfold balanced; simpl.
  - unfold incoming, outgoing. rewrite !layer_zerosLikeStack. cases. rewrite !dot_sum.
    rewrite (@sum_ext _ _ (fun _ => zero)), sum_zero.
    rewrite (@sum_ext _ _ (fun _ => zero)), sum_zero.
    + rewrite row_zerosLikeMat. cases; rewrite ?at_zeroVec, ?at_nil, axiomMulZeroRight; apply axiomAddZeroRight.
    + intros i Li. rewrite !at_column, rows_zerosLikeMat, row_zerosLikeMat. cases. rewrite at_zeroVec. apply axiomMulZeroRight.
    + intros i Li. rewrite row_zerosLikeMat. cases. rewrite at_zeroVec. apply axiomMulZeroRight.
  - assert (N' : network W B (len (row X n))) by (rewrite (HX n) by lia; assumption).
    assert (EG : len (lossDerivativeAtOutput zero add mul sigma W B F loss (row X n) (row Y n)) = rows (layer W (depth W - 1))) by (unfold lossDerivativeAtOutput; rewrite HL; apply len_preactivation).
    destruct (shape_sumOfWeightGradients W B F kappa loss X Y c n) as [SD SS]. destruct (shape_sumOfBiasGradients W B F kappa loss X Y c n) as [BD BS].
    destruct (shape_weightGradientOf F kappa (row X n) _ N' EG) as [GD GS].
    destruct (SS l) as [R1 C1]; [lia|]. destruct (SS (l + 1)) as [R2 C2]; [lia|].
    destruct (GS l) as [R3 C3]; [lia|]. destruct (GS (l + 1)) as [R4 C4]; [lia|].
    unfold sampleWeightGradientOf, sampleBiasGradientOf.
    rewrite incoming_plus, outgoing_plus; try lia.
    + unfold balanced in IH. rewrite IH by lia. f_equal. f_equal. apply LAW_8_sample; try assumption. split; assumption.
    + split; [congruence|]. intros i Li. rewrite C2, C4 by lia. reflexivity.
    + rewrite C1, C3 by lia. reflexivity.
    + rewrite BS, len_biasGradientOf by (assumption || lia). reflexivity.
    + rewrite BD. destruct N as (_ & -> & _). lia.
Qed.
Variable ratio : nat -> nat -> Q.
Notation batchWeightGradientOf := (batchWeightGradientOf zero add mul ratio sigma slope).
Notation batchBiasGradientOf := (batchBiasGradientOf zero add mul ratio sigma slope).
Theorem LAW_8_batch W B F kappa loss X Y l j m :
  network W B m -> hasColumns X m -> (forall f y, len (loss f y) = len f) ->
  hiddenUnit W l j -> homogeneous (F l) kappa ->
  balanced W B (batchWeightGradientOf W B F kappa loss X Y) (batchBiasGradientOf W B F kappa loss X Y) l j.
Proof. intros. apply balanced_sum with m; auto. Qed.

(* a step without momentum and decay *)
Variable neg : Q -> Q.
Hypothesis axiomMulZeroLeft : forall q, mul zero q = zero.
Lemma squares n f g q :
  sum n (fun i => mul (add (f i) (mul q (g i))) (add (f i) (mul q (g i))))
  = add (add (sum n (fun i => mul (f i) (f i))) (add (mul q (sum n (fun i => mul (f i) (g i)))) (mul q (sum n (fun i => mul (f i) (g i))))))
      (mul (mul q q) (sum n (fun i => mul (g i) (g i)))).
Proof.
  rewrite <- !sum_mul, <- !sum_add. apply sum_ext. intros i _.
  assert (E : mul (f i) (mul q (g i)) = mul q (mul (f i) (g i))) by (rewrite !mulAssoc, (axiomMulCommutes q); reflexivity).
  rewrite distributeLeft, !axiomDistribute, E, (axiomMulCommutes (mul q (g i)) (f i)), E.
  replace (mul (mul q (g i)) (mul q (g i))) with (mul (mul q q) (mul (g i) (g i))) by (rewrite !mulAssoc, (axiomMulSwap q q); reflexivity).
  rewrite !addAssoc. reflexivity.
Qed.
Definition squaresChange W B W2 B2 T N q l j :=
  add (add (incoming W2 B2 W2 B2 l j) (outgoing W W l j)) (mul (mul q q) (outgoing T T l j))
  = add (add (outgoing W2 W2 l j) (incoming W B W B l j)) (mul (mul q q) (incoming T N T N l j)).

Lemma addTwice a x d a2 y d2 :
  add (add (add a (add x x)) d) (add (add a2 (add y y)) d2) = add (add (add a a2) (add (add x y) (add x y))) (add d d2).
Proof. rewrite addFour, (addFour a). do 2 f_equal. apply addFour. Qed.
Lemma incoming_squares W B T N q l j :
  l < depth W -> j < rows (layer W l) -> len (row (layer W l) j) = len (row (layer T l) j) -> l < rows B -> len (row B l) = len (row N l) ->
  incoming (stackPlusScaled W q T) (matPlusScaled B q N) (stackPlusScaled W q T) (matPlusScaled B q N) l j
  = add (add (incoming W B W B l j) (add (mul q (incoming W B T N l j)) (mul q (incoming W B T N l j)))) (mul (mul q q) (incoming T N T N l j)).
Proof.
  intros L Lj E L2 E2. unfold incoming. rewrite layer_stackPlusScaled. cases. rewrite !row_matPlusScaled. cases.
  rewrite len_plusScaled, !dot_sum, <- E.
  rewrite (@sum_ext _ _ (fun i => mul (add (at_ (row (layer W l) j) i) (mul q (at_ (row (layer T l) j) i))) (add (at_ (row (layer W l) j) i) (mul q (at_ (row (layer T l) j) i)))))
    by (intros; rewrite !at_plusScaled_all by assumption; reflexivity).
  rewrite squares, at_plusScaled_all by assumption.
  pose proof (squares 1 (fun _ => at_ (row B l) j) (fun _ => at_ (row N l) j) q) as S1. simpl in S1.
  rewrite !(axiomAddCommutes zero), !axiomAddZeroRight in S1. rewrite S1.
  rewrite addTwice, !distributeLeft. reflexivity.
Qed.
Lemma outgoing_squares W T q l j :
  l + 1 < depth W -> sameShape (layer W (l + 1)) (layer T (l + 1)) ->
  outgoing (stackPlusScaled W q T) (stackPlusScaled W q T) l j
  = add (add (outgoing W W l j) (add (mul q (outgoing W T l j)) (mul q (outgoing W T l j)))) (mul (mul q q) (outgoing T T l j)).
Proof.
  intros L (ER & EC). unfold outgoing. rewrite layer_stackPlusScaled. cases. rewrite rows_matPlusScaled, !dot_sum, <- ER, <- squares. apply sum_ext.
  intros i Li. rewrite !at_column, rows_matPlusScaled, row_matPlusScaled. cases. rewrite at_plusScaled_all by (apply EC; assumption). reflexivity.
Qed.
Lemma squares_balanced W B T N q l j :
  balanced W B T N l j -> l + 1 < depth W -> j < rows (layer W l) -> sameStackShape W T -> l < rows B -> len (row B l) = len (row N l) ->
  squaresChange W B (stackPlusScaled W q T) (matPlusScaled B q N) T N q l j.
Proof.
  intros H L Lj [_ SS] L2 E. unfold squaresChange. destruct (SS l) as [R C]; [lia|].
  rewrite incoming_squares, outgoing_squares; auto; try lia. rewrite H.
  set (x := add (mul q (outgoing W T l j)) (mul q (outgoing W T l j))).
  rewrite (axiomAddSwap (add (incoming W B W B l j) x)). rewrite (axiomAddSwap (incoming W B W B l j) x).
  rewrite (axiomAddCommutes (incoming W B W B l j)).
  rewrite (axiomAddSwap (add (outgoing W W l j) x)). rewrite (axiomAddSwap (outgoing W W l j) x).
  rewrite (axiomAddSwap _ (mul (mul q q) (outgoing T T l j))). reflexivity.
Qed.
Lemma plusScaled_zero u v : plusScaled u zero v = u.
Proof.
  apply vec_ext with zero; [apply len_plusScaled|]. intros i L. rewrite len_plusScaled in L. rewrite at_plusScaled. cases.
  rewrite axiomMulZeroLeft, axiomAddZeroRight. reflexivity.
Qed.
Lemma matPlusScaled_zero M N : matPlusScaled M zero N = M.
Proof. apply mat_ext; [apply rows_matPlusScaled|]. intros i L. rewrite rows_matPlusScaled in L. rewrite row_matPlusScaled. cases. apply plusScaled_zero. Qed.
Lemma stackPlusScaled_zero S T : stackPlusScaled S zero T = S.
Proof. apply stack_ext; [apply depth_stackPlusScaled|]. intros i L. rewrite depth_stackPlusScaled in L. rewrite layer_stackPlusScaled. cases. apply matPlusScaled_zero. Qed.
Lemma sameStackShape_sym (S T : Stack Q) : sameStackShape S T -> sameStackShape T S.
Proof.
  intros [D H]. split; [congruence|]. intros k L. destruct (H k) as [R C]; [lia|]. split; [congruence|]. intros i Li. symmetry. apply C. lia.
Qed.
Notation stepped := (stepped zero add mul neg ratio sigma slope).
Theorem LAW_8_step t F kappa loss X Y rate l j m :
  network (weightsOf t) (biasesOf t) m -> hasColumns X m -> (forall f y, len (loss f y) = len f) ->
  hiddenUnit (weightsOf t) l j -> homogeneous (F l) kappa ->
  squaresChange (weightsOf t) (biasesOf t) (weightsOf (stepped t F kappa loss X Y rate zero zero)) (biasesOf (stepped t F kappa loss X Y rate zero zero))
    (batchWeightGradientOf (weightsOf t) (biasesOf t) F kappa loss X Y) (batchBiasGradientOf (weightsOf t) (biasesOf t) F kappa loss X Y) (neg rate) l j.
Proof.
  intros N HX HL (L & Lj) HF. unfold Model.stepped, updated; simpl. rewrite !stackPlusScaled_zero, matPlusScaled_zero.
  apply squares_balanced; try assumption; try lia.
  - apply LAW_8_batch with m; try assumption. split; assumption.
  - apply sameStackShape_sym, shape_sumOfWeightGradients.
  - destruct N as (_ & -> & _). lia.
  - unfold Model.batchBiasGradientOf. symmetry. apply shape_sumOfBiasGradients.
Qed.
End Laws.

