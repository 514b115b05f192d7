(* ZERO-1, ZERO-2, ZERO-3 and ZERO-6: at zero only the output bias has a gradient, and all else stays zero; for any depth. ZERO-4: the output is
   the output bias then. *)
Require Import List Arith Lia Bool.
From Stillpoint Require Import Model.
Import ListNotations.
Set Implicit Arguments.

Section Zero.
Variables Q Act : Type.
Variable zero : Q.
Variables add mul : Q -> Q -> Q.
Variable neg : Q -> Q.
Variable ratio : nat -> nat -> Q.
Variable sigma : Act -> Q -> Q.
Variable slope : Act -> Q -> Q -> Q.

(* specs/theory/numbers/arithmeticOfZero.key *)
Hypothesis axiomAddZeroRight : forall q, add q zero = q.
Hypothesis axiomMulZeroLeft : forall q, mul zero q = zero.
Hypothesis axiomMulZeroRight : forall q, mul q zero = zero.

Notation at_ := (at_ zero).
Notation dot := (dot zero add mul).
Notation plusScaled := (plusScaled zero add mul).
Notation matPlusScaled := (matPlusScaled zero add mul).
Notation stackPlusScaled := (stackPlusScaled zero add mul).
Notation weightGradientOf := (weightGradientOf zero add mul sigma slope).
Notation biasGradientOf := (biasGradientOf zero add mul slope).
Notation preactivationsOf := (preactivationsOf zero add mul sigma).
Notation delta := (delta zero add mul slope).
Notation trained := (trained zero add mul neg ratio sigma slope).
Notation stepped := (stepped zero add mul neg ratio sigma slope).

Definition isZeroVec (v : Vec Q) := forall k, at_ v k = zero.
Definition isZeroMat (M : Mat Q) := forall k, isZeroVec (row M k).
Definition isZeroStack (S : Stack Q) := forall k, isZeroMat (layer S k).
Definition zeroRows (B : Mat Q) n := forall k, k < n -> isZeroVec (row B k).
Definition zeroAtZero (F : Activations Act) n := forall k, k < n -> sigma (F k) zero = zero.
Definition zeroState (t : TrainingState Q) n :=
  depth (weightsOf t) = n /\ isZeroStack (weightsOf t) /\ zeroRows (biasesOf t) (n - 1) /\ isZeroStack (velocityOfWeights t) /\ zeroRows (velocityOfBiases t) (n - 1).
Definition noBias (B : Mat Q) l := len (row B l) = 0.

Lemma zero_nil : isZeroVec []. Proof. intros k. apply at_nil. Qed.
Lemma zero_empty v : len v = 0 -> isZeroVec v. Proof. intros H k. apply at_outside. lia. Qed.
Lemma zero_dot_left u v n : isZeroVec u -> dot u v n = zero.
Proof. intros H. induction n as [|n IH]; simpl; [reflexivity|]. rewrite IH, H, axiomMulZeroLeft. apply axiomAddZeroRight. Qed.
Lemma zero_plusScaled u c v : isZeroVec u -> isZeroVec v -> isZeroVec (plusScaled u c v).
Proof. intros H H2 k. rewrite at_plusScaled. cases. rewrite H, H2, axiomMulZeroRight. apply axiomAddZeroRight. Qed.
Lemma zero_matPlusScaled M c N : isZeroMat M -> isZeroMat N -> isZeroMat (matPlusScaled M c N).
Proof. intros H H2 k. rewrite row_matPlusScaled. cases; [apply zero_plusScaled; auto | apply zero_nil]. Qed.
Lemma zero_stackPlusScaled S c T : isZeroStack S -> isZeroStack T -> isZeroStack (stackPlusScaled S c T).
Proof. intros H H2 k. rewrite layer_stackPlusScaled. cases; [apply zero_matPlusScaled; auto | intros i; rewrite row_nil; apply zero_nil]. Qed.
Lemma zero_rowsPlusScaled M c N n : zeroRows M n -> zeroRows N n -> zeroRows (matPlusScaled M c N) n.
Proof. intros H H2 k L. rewrite row_matPlusScaled. cases; [apply zero_plusScaled; auto | apply zero_nil]. Qed.
Lemma zero_zerosLikeMat M : isZeroMat (zerosLikeMat zero M).
Proof. intros k. rewrite row_zerosLikeMat. cases; [intros i; apply at_zeroVec | apply zero_nil]. Qed.
Lemma zero_zerosLikeStack S : isZeroStack (zerosLikeStack zero S).
Proof. intros k. rewrite layer_zerosLikeStack. cases; [apply zero_zerosLikeMat | intros i; rewrite row_nil; apply zero_nil]. Qed.

(* one sample *)
Lemma zero_affine M b x : isZeroMat M -> isZeroVec b -> isZeroVec (affine zero add mul M b x).
Proof.
  intros H H2 k. rewrite at_affine. cases; rewrite zero_dot_left by apply H; [reflexivity|].
  rewrite H2. apply axiomAddZeroRight.
Qed.
Lemma zero_preactivation W B F x l n : isZeroStack W -> zeroRows B n -> l < n -> isZeroVec (preactivation zero add mul sigma W B F x l).
Proof. intros H H2 L. apply zero_affine; [apply H | apply H2; assumption]. Qed.
Lemma zero_delta W F k z g l : isZeroStack W -> l < depth W - 1 -> isZeroVec (delta W F k z g l).
Proof.
  intros H L i. rewrite at_delta_hidden by assumption. cases. rewrite zero_dot_left; [apply axiomMulZeroLeft|].
  intros m. rewrite at_column. cases. apply H.
Qed.
Lemma zero_layerInput W B F x l : isZeroStack W -> zeroRows B (depth W - 1) -> zeroAtZero F (depth W - 1) -> 0 < l -> l < depth W ->
  isZeroVec (layerInput zero sigma F x (preactivationsOf W B F x) l).
Proof.
  intros H H2 HF L0 L. destruct l as [|l]; [lia|]. simpl. intros i. rewrite at_activated. cases.
  rewrite row_preactivationsOf. cases. rewrite (zero_preactivation F x H H2) by lia. apply HF. lia.
Qed.
Lemma zero_outer_left u v : isZeroVec u -> isZeroMat (outer zero mul u v).
Proof. intros H i. rewrite row_outer. cases; [|apply zero_nil]. intros k. rewrite at_scaled. cases. rewrite H. apply axiomMulZeroLeft. Qed.
Lemma zero_outer_right u v : isZeroVec v -> isZeroMat (outer zero mul u v).
Proof. intros H i. rewrite row_outer. cases; [|apply zero_nil]. intros k. rewrite at_scaled. cases. rewrite H. apply axiomMulZeroRight. Qed.

Lemma zero_biasGradientOf W B F k z g n : isZeroStack W -> n <= depth W - 1 -> zeroRows (biasGradientOf W B F k z g) n.
Proof.
  intros H L m Lm. rewrite row_biasGradientOf. cases. unfold deltaWhereBias. cases; [apply zero_empty; assumption | apply zero_delta; [assumption | lia]].
Qed.

(* ZERO-1, and ZERO-6 for the gradient *)
Theorem ZERO_1 W B F kappa x g :
  depth W >= 2 -> zeroAtZero F (depth W - 1) -> isZeroStack W -> zeroRows B (depth W - 1) ->
  isZeroStack (weightGradientOf W F kappa x (preactivationsOf W B F x) g) /\ zeroRows (biasGradientOf W B F kappa (preactivationsOf W B F x) g) (depth W - 1)
  /\ row (biasGradientOf W B F kappa (preactivationsOf W B F x) g) (depth W - 1) = deltaWhereBias (row B (depth W - 1)) g.
Proof.
  intros L HF HW HB. split; [|split].
  - intros k. rewrite layer_weightGradientOf. cases; [|intros i; rewrite row_nil; apply zero_nil].
    destruct (Nat.lt_ge_cases k (depth W - 1)).
    + apply zero_outer_left, zero_delta; assumption.
    + apply zero_outer_right, zero_layerInput; try assumption; lia.
  - apply zero_biasGradientOf; [assumption | reflexivity].
  - rewrite row_biasGradientOf. cases. rewrite delta_last by lia. reflexivity.
Qed.

(* a batch, a step, a run *)
Lemma zero_sum W B F kappa loss X Y c n :
  depth W >= 2 -> zeroAtZero F (depth W - 1) -> isZeroStack W -> zeroRows B (depth W - 1) ->
  isZeroStack (sumOfWeightGradients zero add mul sigma slope W B F kappa loss X Y c n) /\ zeroRows (sumOfBiasGradients zero add mul sigma slope W B F kappa loss X Y c n) (depth W - 1).
Proof.
  intros L HF HW HB. induction n as [|n [IW IB]]; simpl.
  - split; [apply zero_zerosLikeStack | intros k _; apply zero_zerosLikeMat].
  - unfold sampleWeightGradientOf, sampleBiasGradientOf.
    destruct (@ZERO_1 W B F kappa (row X n) (lossDerivativeAtOutput zero add mul sigma W B F loss (row X n) (row Y n)) L HF HW HB) as (A & C & _).
    split; [apply zero_stackPlusScaled | apply zero_rowsPlusScaled]; assumption.
Qed.
Lemma zero_step t F kappa loss X Y rate momentum decay n :
  n >= 2 -> zeroAtZero F (n - 1) -> zeroState t n -> zeroState (stepped t F kappa loss X Y rate momentum decay) n.
Proof.
  intros L HF (E & HW & HB & HVW & HVB). subst n.
  destruct (@zero_sum (weightsOf t) (biasesOf t) F kappa loss X Y (ratio 1 (rows X)) (rows X)) as [GW GB]; try assumption.
  unfold zeroState, Model.stepped, updated, batchWeightGradientOf, batchBiasGradientOf; simpl. rewrite depth_stackPlusScaled.
  repeat split; repeat (apply zero_stackPlusScaled || apply zero_rowsPlusScaled); assumption.
Qed.
(* ZERO-2, and ZERO-6 *)
Theorem ZERO_2 t F kappa loss XX YY rates momentum decay n :
  depth (weightsOf t) >= 2 -> zeroAtZero F (depth (weightsOf t) - 1) -> zeroState t (depth (weightsOf t)) ->
  zeroState (trained t F kappa loss XX YY rates momentum decay n) (depth (weightsOf t)).
Proof. intros L HF H. induction n as [|n IH]; simpl; [assumption | apply zero_step; assumption]. Qed.

(* a bias that a network does not have it never gets *)
Lemma no_row_trained t F kappa loss XX YY rates momentum decay n l :
  noBias (biasesOf t) l -> noBias (biasesOf (trained t F kappa loss XX YY rates momentum decay n)) l.
Proof.
  intros H. unfold noBias. induction n as [|n IH]; simpl; [assumption|]. rewrite row_matPlusScaled. cases. rewrite len_plusScaled. assumption.
Qed.

Theorem ZERO_3 t F kappa loss XX YY rates momentum decay n :
  depth (weightsOf t) >= 2 -> zeroAtZero F (depth (weightsOf t) - 1) -> zeroState t (depth (weightsOf t)) -> noBias (biasesOf t) (depth (weightsOf t) - 1) ->
  zeroState (trained t F kappa loss XX YY rates momentum decay n) (depth (weightsOf t))
  /\ noBias (biasesOf (trained t F kappa loss XX YY rates momentum decay n)) (depth (weightsOf t) - 1).
Proof.
  intros L HF H HB. split; [apply ZERO_2; assumption | apply no_row_trained; assumption].
Qed.

(* a network whose output weights are zero gives every input its output bias, or zeros without one *)
Definition biasOrZeros (b : Vec Q) n : Vec Q := tab n (fun i => if len b =? 0 then zero else at_ b i).
Hypothesis axiomAddZeroLeft : forall q, add zero q = q.
Lemma constant_affine M b x : isZeroMat M -> affine zero add mul M b x = biasOrZeros b (rows M).
Proof.
  intros H. apply vec_ext with zero.
  - rewrite len_affine. symmetry. apply len_tab.
  - intros i _. rewrite at_affine, zero_dot_left by apply H. rewrite axiomAddZeroLeft. unfold biasOrZeros, Model.at_. rewrite nth_tab. reflexivity.
Qed.
Theorem ZERO_4 t F kappa loss XX YY rates momentum decay n x (s := trained t F kappa loss XX YY rates momentum decay n) :
  depth (weightsOf t) >= 2 -> zeroAtZero F (depth (weightsOf t) - 1) -> zeroState t (depth (weightsOf t)) ->
  preactivation zero add mul sigma (weightsOf s) (biasesOf s) F x (depth (weightsOf s) - 1)
  = biasOrZeros (row (biasesOf s) (depth (weightsOf s) - 1)) (rows (layer (weightsOf s) (depth (weightsOf s) - 1))).
Proof. intros L HF H. apply constant_affine. apply (ZERO_2 kappa loss XX YY rates momentum decay n L HF H). Qed.
End Zero.

